package city.renewal.resident;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A baseline taken after the first promise.
 *
 * @param number   2 and up
 * @param finishOn last day by it, null for an empty plan
 * @param reason   why it was taken, null where a file of another tool brought it without one
 */
public record PlanAdjustment(
        int number, OffsetDateTime takenAt, @Nullable LocalDate finishOn, @Nullable Words reason) {
}
