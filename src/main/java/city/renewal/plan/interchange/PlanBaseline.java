package city.renewal.plan.interchange;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task's dates in one of the file's baselines.
 *
 * @param number          0 for the first baseline, up to 10 as planning tools count them
 * @param start           first day
 * @param finish          last day, inclusive
 * @param durationMinutes working minutes, 480 a day; null where the file has none
 */
public record PlanBaseline(
        int number,
        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        @Nullable Integer durationMinutes) {
}
