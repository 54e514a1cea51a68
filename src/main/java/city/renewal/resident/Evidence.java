package city.renewal.resident;

import city.renewal.base.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A confirmed site report as the public reads it: what, how much, when, and no person's name.
 *
 * @param task       what residents call the task
 * @param unit       id of the task's unit
 * @param cumulative done with this report and all before it
 * @param planned    the task's whole quantity
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
        OffsetDateTime confirmedAt) {
}
