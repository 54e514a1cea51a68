package city.renewal.site;

import city.renewal.base.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A site report as it is read: joined with its task and the names of those who wrote and decided it.
 *
 * @param unit             the task's unit
 * @param quantity         what counts once it is confirmed
 * @param claimedQuantity  what its author wrote; more than {@code quantity} when less was confirmed
 * @param decision         the reason, when it was returned or less was confirmed
 * @param correctsId       the report whose place it takes, or null
 * @param correctsOn       the day of that report
 * @param correctsQuantity what was confirmed of it
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
        BigDecimal claimedQuantity,
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
        @Nullable String decision,
        @Nullable Long correctsId,
        @Nullable LocalDate correctsOn,
        @Nullable BigDecimal correctsQuantity) {

    /** @return whether a supervisor confirmed less than was reported */
    public boolean reduced() {
        return quantity.compareTo(claimedQuantity) < 0;
    }

    public Words task() {
        return new Words(taskName, taskNameEn);
    }

    public Words project() {
        return new Words(projectName, projectNameEn);
    }
}
