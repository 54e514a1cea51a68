package city.renewal.plan;

import city.renewal.schedule.WorkCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a project stands against its original promise, as residents are told everywhere in the same words.
 *
 * @param done             share done by confirmed quantities, 0 to 1
 * @param due              share that baseline 1 promised by yesterday evening, 0 to 1
 * @param begun            whether any work is done
 * @param finishOn         last day by the present schedule, null without a plan
 * @param promisedFinishOn last day by baseline 1, null when nothing was promised
 * @param silent           whether work is under way but no report was confirmed for more than the set number of working days
 */
public record Standing(
        double done,
        double due,
        boolean begun,
        @Nullable LocalDate finishOn,
        @Nullable LocalDate promisedFinishOn,
        boolean silent) {

    /** Working days without a confirmed report after which a project is not kept up to date, where nobody set others. */
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
        done = rounded(done);
        due = rounded(due);
    }

    /** @return 1 for what is all but whole, else the same */
    public static double rounded(double share) {
        return share > 1 - ROUNDING ? 1 : share;
    }

    /**
     * @param lastReportOn day of the newest confirmed report, or null
     * @param silentDays   see {@link #quiet}
     */
    public static Standing of(PlanSnapshot plan, LocalDate today, @Nullable LocalDate lastReportOn, int silentDays) {
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
                begun && count.done() < 1 && quiet(plan, lastReportOn, today, silentDays));
    }

    /**
     * @param days working days that may pass without a confirmed report
     * @return whether more days have passed since the report on which the plan's work could have been done
     */
    public static boolean quiet(PlanSnapshot plan, @Nullable LocalDate lastReportOn, LocalDate today, int days) {
        return lastReportOn != null
                && workableDays(plan, lastReportOn.plusDays(1), today).limit(days + 1L).count() > days;
    }

    /**
     * The days before today on which somebody could have been on site: working days of unfinished work that has begun
     * or begins within the week. Holidays and stop-work windows are none, unless other work of the plan goes on in them.
     *
     * @param from the first day that is looked at
     * @return in order
     */
    public static Stream<LocalDate> workableDays(PlanSnapshot plan, LocalDate from, LocalDate today) {
        if (!from.isBefore(today)) {
            return Stream.empty();
        }
        Set<Long> summaries = plan.children().keySet();
        LocalDate soon = today.plusWeeks(1);
        Set<WorkCalendar> calendars = plan.tasks().stream()
                .filter(task -> !summaries.contains(task.id()) && !task.finished() && !task.input().milestone())
                .filter(task -> task.started() || !task.dates().startOn().isAfter(soon))
                .map(task -> plan.calendarOf(task).calendar())
                .collect(Collectors.toSet());
        return from.datesUntil(today).filter(day -> calendars.stream().anyMatch(each -> each.isWorking(day)));
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
