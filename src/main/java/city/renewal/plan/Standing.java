package city.renewal.plan;

import city.renewal.schedule.WorkCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a project stands against its original promise, as residents are told everywhere in the same words.
 *
 * @param done             share done by confirmed quantities, 0 to 1
 * @param due              share that baseline 1 promised by yesterday evening, 0 to 1
 * @param begun            whether any work is done
 * @param finishOn         last day by the present schedule, null without a plan
 * @param promisedFinishOn last day by baseline 1, null when nothing was promised
 * @param silent           whether work is under way but no report was confirmed for {@link #SILENT_DAYS} working days
 */
public record Standing(
        double done,
        double due,
        boolean begun,
        @Nullable LocalDate finishOn,
        @Nullable LocalDate promisedFinishOn,
        boolean silent) {

    /** Working days without a confirmed report after which a project under way is shown as not kept up to date. */
    public static final int SILENT_DAYS = 7;

    /** Where nothing is planned yet. */
    public static final Standing UNPLANNED = new Standing(0, 0, false, null, null, false);

    private static final double ROUNDING = 1e-9;

    /** The one word for a project; the first that holds, in this order. */
    public enum State {
        FINISHED,
        STALE,
        LATE,
        NOT_BEGUN,
        EARLY,
        ON_TIME
    }

    /** Sums of shares that are all but whole are whole. */
    public Standing {
        done = done > 1 - ROUNDING ? 1 : done;
        due = due > 1 - ROUNDING ? 1 : due;
    }

    /** @param lastReportOn day of the newest confirmed report, or null */
    public static Standing of(PlanSnapshot plan, LocalDate today, @Nullable LocalDate lastReportOn) {
        WorkCalendar usual = plan.calendar().calendar();
        Set<Long> summaries = plan.children().keySet();
        PromiseCount count = new PromiseCount(today.minusDays(1));
        boolean begun = false;
        for (Task task : plan.tasks()) {
            if (!summaries.contains(task.id())) {
                double weight = task.input().weight() == null
                        ? task.input().durationMinutes()
                        : task.input().weight().doubleValue();
                count.add(weight, task.doneShare(), task.dates().promisedStartOn(), task.dates().promisedFinishOn(),
                        plan.promisedCalendarOf(task).calendar());
                begun |= task.progress().done().signum() > 0;
            }
        }
        return new Standing(count.done(), count.due(), begun, plan.head().finishOn(),
                plan.promise() == null ? null : plan.promise().finishOn(),
                begun && count.done() < 1 && silent(lastReportOn, today, usual));
    }

    /** @return whether more than {@link #SILENT_DAYS} working days have passed since the report, today not counted */
    public static boolean silent(@Nullable LocalDate lastReportOn, LocalDate today, WorkCalendar calendar) {
        return lastReportOn != null
                && calendar.workingDays(lastReportOn.plusDays(1), today.minusDays(1)) > SILENT_DAYS;
    }

    public boolean finished() {
        return done == 1;
    }

    public boolean underWay() {
        return begun && !finished();
    }

    /** @return calendar days that the finish lies after the promised one, negative when before; null without promise */
    public @Nullable Integer daysLate() {
        return finishOn == null || promisedFinishOn == null
                ? null
                : (int) ChronoUnit.DAYS.between(promisedFinishOn, finishOn);
    }

    /** @return whether it is unfinished and expected after the promised day */
    public boolean late() {
        Integer days = daysLate();
        return !finished() && days != null && days > 0;
    }

    public State state() {
        Integer days = daysLate();
        if (finished()) {
            return State.FINISHED;
        }
        if (silent) {
            return State.STALE;
        }
        if (late()) {
            return State.LATE;
        }
        if (!begun) {
            return State.NOT_BEGUN;
        }
        return days != null && days < 0 ? State.EARLY : State.ON_TIME;
    }
}
