package city.renewal.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A task's dates: as the schedule stands, as work went, and as first promised.
 *
 * @param startOn           first day, by the present schedule
 * @param finishOn          last day, inclusive
 * @param critical          whether it drives the project's finish
 * @param actualStartOn     first day worked, or null
 * @param actualFinishOn    last day worked, or null while unfinished
 * @param remainingMinutes  working minutes left for a started task, or null
 * @param promisedStartOn   by baseline 1, null when it did not have the task
 * @param promisedFinishOn  by baseline 1, null when it did not have the task
 */
public record TaskDates(
        LocalDate startOn,
        LocalDate finishOn,
        boolean critical,
        @Nullable LocalDate actualStartOn,
        @Nullable LocalDate actualFinishOn,
        @Nullable Integer remainingMinutes,
        @Nullable LocalDate promisedStartOn,
        @Nullable LocalDate promisedFinishOn) {

    /** @return the same schedule and promise with other days of work */
    TaskDates actual(@Nullable LocalDate start, @Nullable LocalDate finish, @Nullable Integer remaining) {
        return new TaskDates(startOn, finishOn, critical, start, finish, remaining, promisedStartOn, promisedFinishOn);
    }

    /** @return calendar days that the finish lies after the promised one, negative when before; null without promise */
    public @Nullable Integer daysLate() {
        return promisedFinishOn == null ? null : (int) ChronoUnit.DAYS.between(promisedFinishOn, finishOn);
    }
}
