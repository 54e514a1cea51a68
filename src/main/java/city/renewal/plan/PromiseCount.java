package city.renewal.plan;

import city.renewal.schedule.PlannedProgress;
import city.renewal.schedule.WorkCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Adds up how much of a project is done, and how much of its original promise is due by the evening of a day. A task
 * weighs what {@link TaskInput#weight} says, else its duration; its promise falls due evenly over the working days
 * promised for it. Used by one thread.
 */
final class PromiseCount {

    private final LocalDate on;
    private double weights;
    private double done;
    private double promisedWeights;
    private double due;

    /** @param on the last day whose work counts as due */
    PromiseCount(LocalDate on) {
        this.on = on;
    }

    /**
     * Adds a task without tasks below it.
     *
     * @param share    done, 0 and up; what goes beyond the plan does not make up for other tasks
     * @param start    first day promised, null when the task was not promised
     * @param finish   last day promised, inclusive, null exactly when {@code start} is
     * @param calendar the days on which the task is worked
     */
    void add(double weight, double share, @Nullable LocalDate start, @Nullable LocalDate finish,
             WorkCalendar calendar) {
        weights += weight;
        done += weight * Math.min(1, share);
        if (start != null && finish != null) {
            promisedWeights += weight;
            due += weight * PlannedProgress.share(start, finish, calendar, on);
        }
    }

    /** @return the share of all work that is done, 0 to 1 */
    double done() {
        return weights == 0 ? 0 : done / weights;
    }

    /** @return the share of the promised work that is due, 0 to 1; 0 when nothing was promised */
    double due() {
        return promisedWeights == 0 ? 0 : due / promisedWeights;
    }
}
