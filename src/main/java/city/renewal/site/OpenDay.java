package city.renewal.site;

import city.renewal.base.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How many reports of one project and day wait for a supervisor. */
public record OpenDay(
        long projectId,
        String projectCode,
        String projectName,
        @Nullable String projectNameEn,
        LocalDate reportOn,
        int reports) {

    public Words project() {
        return new Words(projectName, projectNameEn);
    }
}
