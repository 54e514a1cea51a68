package city.renewal.resident;

import city.renewal.base.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed site report as the public reads it: what, how much, when, and no person's name.
 *
 * @param task       what residents call the task
 * @param unit       id of the task's unit
 * @param cumulative done with this report and all before it
 * @param planned    the task's whole quantity
 * @param supervisor the organisation of whoever confirmed it, null where the project does not say which
 * @param corrects   the report whose place it took, or null
 */
public record Evidence(
        long reportId,
        long taskId,
        Words task,
        String unit,
        LocalDate reportOn,
        BigDecimal quantity,
        BigDecimal cumulative,
        BigDecimal planned,
        OffsetDateTime confirmedAt,
        @Nullable String supervisor,
        @Nullable Corrected corrects) {

    /** A confirmed report that does not count any more. */
    public record Corrected(LocalDate reportOn, BigDecimal quantity) {
    }
}
