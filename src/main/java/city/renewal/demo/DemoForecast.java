package city.renewal.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the schedule said of a milestone on a day of the past.
 *
 * @param taskKey key of its task in the plan's draft, null for the finish of the plan
 */
public record DemoForecast(@Nullable Integer taskKey, String taskName, LocalDate statusOn, LocalDate finishOn) {
}
