package city.renewal.plan;

import city.renewal.base.Words;
import city.renewal.schedule.WorkingTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * One line of a plan.
 *
 * @param sourceUid its number in the file it was imported from, or null
 * @param version   grows with each change; an edit names the version it was made on
 * @param changedBy who changed it last
 */
public record Task(
        long id,
        @Nested TaskInput input,
        @Nested TaskDates dates,
        @Nested TaskProgress progress,
        @Nullable Integer sourceUid,
        int version,
        String changedBy,
        OffsetDateTime changedAt) {

    /** @return the task as an edit leaves it */
    Task changed(TaskInput other, String by, OffsetDateTime at) {
        return new Task(id, other, dates, progress, sourceUid, version + 1, by, at);
    }

    /** @return the task with what reports say of it */
    Task with(TaskProgress done, TaskDates dated) {
        return new Task(id, input, dated, done, sourceUid, version, changedBy, changedAt);
    }

    public String name() {
        return input.name();
    }

    /** @return the planner's own name, and English where one was given */
    public Words names() {
        return new Words(input.name(), input.nameEn());
    }

    /** @return what residents call it */
    public Words publicNames() {
        return new Words(input.publicName() != null ? input.publicName() : input.name(), input.nameEn());
    }

    /** @return done share of the planned quantity, 0 and up; above 1 when more was done than planned */
    public double doneShare() {
        return progress.done().doubleValue() / input.plannedQuantity().doubleValue();
    }

    /** @return how much it counts in its project relative to others: its weight, else its duration */
    public double weight() {
        return input.weight() != null ? input.weight().doubleValue() : input.durationMinutes();
    }

    public boolean started() {
        return dates.actualStartOn() != null;
    }

    public boolean finished() {
        return dates.actualFinishOn() != null;
    }

    /** @return a working day's share at the plan's rate, to three decimals; the whole quantity for a milestone */
    public BigDecimal plannedPerDay() {
        return input.milestone() || input.durationMinutes() <= 0
                ? input.plannedQuantity()
                : input.plannedQuantity().multiply(BigDecimal.valueOf(WorkingTime.MINUTES_PER_DAY))
                        .divide(BigDecimal.valueOf(input.durationMinutes()), 3, RoundingMode.HALF_UP);
    }

    /** @return what is left of the planned quantity, never negative */
    public BigDecimal remainingQuantity() {
        return input.plannedQuantity().subtract(progress.done()).max(BigDecimal.ZERO);
    }
}
