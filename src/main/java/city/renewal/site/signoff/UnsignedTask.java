package city.renewal.site.signoff;

import city.renewal.base.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A finished task that waits for its signature. */
public record UnsignedTask(
        long taskId,
        String taskName,
        @Nullable String taskNameEn,
        String workType,
        String projectName,
        @Nullable String projectNameEn,
        LocalDate finishedOn) {

    public Words task() {
        return new Words(taskName, taskNameEn);
    }

    public Words project() {
        return new Words(projectName, projectNameEn);
    }
}
