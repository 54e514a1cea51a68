package city.renewal.site;

import city.renewal.base.Words;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A project that a day sheet can be written for.
 *
 * @param revision of its plan
 * @param last     the newest sheet that the author wrote for it, null when there is none
 */
public record SheetProject(
        long projectId,
        String projectCode,
        String projectName,
        @Nullable String projectNameEn,
        long revision,
        @Nested @Nullable DaySheet last) {

    public Words names() {
        return new Words(projectName, projectNameEn);
    }
}
