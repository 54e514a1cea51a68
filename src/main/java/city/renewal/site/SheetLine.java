package city.renewal.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One quantity of a sheet that a phone sent.
 *
 * @param taskName   as the phone knew it
 * @param reportId   null when it is kept without a report
 * @param leftSeen   what was left as the phone knew it, or null
 * @param startSeen  the task's first day as the phone knew it, or null
 * @param leftFound  what was left when the sheet came, null when there was no such task
 * @param startFound the task's first day then, null when there was no such task
 */
public record SheetLine(
        long id,
        long taskId,
        String taskName,
        BigDecimal quantity,
        @Nullable String overReason,
        SheetOutcome outcome,
        @Nullable Long reportId,
        @Nullable BigDecimal leftSeen,
        @Nullable LocalDate startSeen,
        @Nullable BigDecimal leftFound,
        @Nullable LocalDate startFound) {
}
