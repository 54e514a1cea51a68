package city.renewal.plan.interchange;

import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.StoredCalendar;
import city.renewal.plan.Task;
import city.renewal.schedule.WorkCalendar;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calendars that another tool needs to compute the same dates: the plan's own, and one more for each that
 * stop-work windows or the heating season take days from, because other tools know no windows.
 */
final class WorkedCalendars {

    private final PlanSnapshot plan;
    private final Set<Long> summaries;
    private final List<PlanCalendar> all = new ArrayList<>();
    private final Map<WorkCalendar, Long> ids = new IdentityHashMap<>();

    WorkedCalendars(PlanSnapshot plan) {
        this.plan = plan;
        this.summaries = plan.children().keySet();
        long next = 1;
        for (StoredCalendar stored : plan.calendars()) {
            add(stored.id(), stored.name(), stored.calendar());
            next = Math.max(next, stored.id() + 1);
        }
        for (Task task : plan.tasks()) {
            StoredCalendar worked = plan.calendarOf(task);
            if (!summaries.contains(task.id()) && !ids.containsKey(worked.calendar())) {
                add(next++, worked.name() + " · " + task.input().workType(), worked.calendar());
            }
        }
    }

    private void add(long id, String name, WorkCalendar days) {
        all.add(PlanCalendar.of(id, name, days));
        ids.put(days, id);
    }

    List<PlanCalendar> all() {
        return List.copyOf(all);
    }

    /** @return the id of the task's calendar, null where it follows the plan's */
    @Nullable Long of(Task task) {
        Long id = ids.get(plan.calendarOf(task).calendar());
        boolean usual = summaries.contains(task.id()) || id == null || id == plan.calendar().id();
        return usual && task.input().calendarId() == null ? null : id == null ? task.input().calendarId() : id;
    }
}
