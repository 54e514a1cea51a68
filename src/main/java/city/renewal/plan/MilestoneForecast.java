package city.renewal.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * When a milestone was to be reached, as the schedule said on a day of the past.
 *
 * @param taskId   the milestone, or {@link #WHOLE_PLAN}
 * @param taskName what it was called then; empty for the whole plan
 * @param statusOn the last day whose progress was known
 */
public record MilestoneForecast(long projectId, long taskId, String taskName, LocalDate statusOn, LocalDate finishOn) {

    /** Stands for the finish of the plan itself. */
    public static final long WHOLE_PLAN = 0;

    /** @return the Monday of the week that this speaks for */
    public LocalDate weekOn() {
        return weekOf(statusOn);
    }

    static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
