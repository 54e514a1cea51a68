package city.renewal.site;

import city.renewal.base.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A site report as it is read: joined with its task and the names of those who wrote and decided it.
 *
 * @param unit     the task's unit
 * @param decision the reason, when it was returned
 */
public record SiteReport(
        long id,
        long projectId,
        String projectCode,
        String projectName,
        @Nullable String projectNameEn,
        long taskId,
        String taskName,
        @Nullable String taskNameEn,
        String unit,
        LocalDate reportOn,
        BigDecimal quantity,
        @Nullable Integer workers,
        @Nullable String weather,
        @Nullable String remark,
        @Nullable String overReason,
        ReportState state,
        long authorId,
        String authorName,
        OffsetDateTime reportedAt,
        @Nullable String deciderName,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decision) {

    public Words task() {
        return new Words(taskName, taskNameEn);
    }

    public Words project() {
        return new Words(projectName, projectNameEn);
    }
}
