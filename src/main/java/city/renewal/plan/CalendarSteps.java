package city.renewal.plan;

import city.renewal.base.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one edit changes about a plan's calendars, so that it can be taken back and done again. Kept as JSON.
 *
 * @param usual  the plan's calendar before and after, null when it stays
 * @param reason why, in the planner's words, or null
 */
public record CalendarSteps(List<CalendarStep> calendars, @Nullable UsualStep usual, @Nullable String reason) {

    /** Nothing about calendars. */
    static final CalendarSteps NONE = new CalendarSteps(List.of(), null, null);

    public CalendarSteps {
        calendars = List.copyOf(calendars);
    }

    /**
     * @param before null for a new calendar
     * @param after  null for one that goes
     */
    public record CalendarStep(long calendarId, @Nullable CalendarState before, @Nullable CalendarState after) {
    }

    /** The plan's calendar, by id. */
    public record UsualStep(long before, long after) {
    }

    boolean isEmpty() {
        return calendars.isEmpty() && usual == null;
    }

    CalendarSteps reversed() {
        return new CalendarSteps(
                calendars.reversed().stream()
                        .map(step -> new CalendarStep(step.calendarId(), step.after(), step.before()))
                        .toList(),
                usual == null ? null : new UsualStep(usual.after(), usual.before()), reason);
    }

    /** @throws Refusal when a calendar is not what it was before, or one that goes is still followed */
    void apply(PlanStore store, long projectId) {
        if (isEmpty()) {
            return;
        }
        PlanSnapshot plan = store.read(projectId);
        for (CalendarStep step : calendars) {
            Optional<StoredCalendar> found = plan.calendars().stream()
                    .filter(each -> each.id() == step.calendarId())
                    .findFirst();
            CalendarState now = found.map(CalendarState::of).orElse(null);
            if (step.before() == null ? now != null : !step.before().equals(now)) {
                throw new Refusal("calendar.changed", now == null ? "" : now.name());
            }
            write(store, plan, step);
        }
        if (usual != null) {
            if (plan.head().calendarId() != usual.before()) {
                throw new Refusal("calendar.changed", plan.calendar().name());
            }
            store.plans.setCalendar(projectId, usual.after());
        }
    }

    private static void write(PlanStore store, PlanSnapshot plan, CalendarStep step) {
        CalendarState after = step.after();
        store.plans.removeExceptions(step.calendarId());
        if (after == null) {
            boolean followed = plan.head().calendarId() == step.calendarId() || plan.tasks().stream()
                    .anyMatch(task -> Long.valueOf(step.calendarId()).equals(task.input().calendarId()));
            if (followed) {
                throw new Refusal("calendar.followed", step.before() == null ? "" : step.before().name());
            }
            store.plans.removeCalendar(step.calendarId());
            return;
        }
        String week = PlanStore.pattern(after.week());
        String types = WindowScope.text(after.workTypes());
        if (step.before() == null) {
            store.plans.addCalendar(step.calendarId(), plan.head().projectId(), after.name(), week, after.night(),
                    types);
        } else {
            store.plans.setCalendar(step.calendarId(), after.name(), week, after.night(), types);
        }
        Map<LocalDate, Boolean> days = after.days();
        store.plans.addExceptions(step.calendarId(), days.keySet(), days.values());
    }
}
