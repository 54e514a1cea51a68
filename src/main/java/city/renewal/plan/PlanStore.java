package city.renewal.plan;

import city.renewal.base.Refusal;
import city.renewal.schedule.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reads whole plans and writes their schedules; shared by this feature's services, inside their transactions. */
final class PlanStore {

    final PlanDao plans;
    final TaskDao tasks;
    private final Rescheduling rescheduling;

    PlanStore(Jdbi jdbi, Rescheduling rescheduling) {
        this.plans = jdbi.onDemand(PlanDao.class);
        this.tasks = jdbi.onDemand(TaskDao.class);
        this.rescheduling = rescheduling;
    }

    /** Three statements, however many tasks there are. */
    PlanSnapshot read(long projectId) {
        List<PlanPage> pages = plans.page(projectId);
        if (pages.isEmpty()) {
            throw new Refusal("plan.none");
        }
        PlanPage first = pages.getFirst();
        return new PlanSnapshot(first.head(), first.promise(), first.delayReason(),
                calendars(pages), TreeOrder.of(tasks.tasks(projectId)), tasks.links(projectId));
    }

    private static List<StoredCalendar> calendars(List<PlanPage> pages) {
        Map<Long, List<CalendarRow>> rows = pages.stream()
                .map(PlanPage::calendar)
                .collect(Collectors.groupingBy(CalendarRow::id, LinkedHashMap::new, Collectors.toList()));
        List<StoredCalendar> calendars = new ArrayList<>();
        rows.forEach((id, days) -> {
            Map<LocalDate, Boolean> exceptions = new TreeMap<>();
            for (CalendarRow day : days) {
                if (day.onDate() != null && day.working() != null) {
                    exceptions.put(day.onDate(), day.working());
                }
            }
            CalendarRow any = days.getFirst();
            calendars.add(new StoredCalendar(id, any.name(),
                    WorkCalendar.of(week(any.workingWeek()), exceptions)));
        });
        return calendars;
    }

    private static Set<DayOfWeek> week(String pattern) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (pattern.charAt(day.ordinal()) == '1') {
                days.add(day);
            }
        }
        return days;
    }

    long addCalendar(long projectId, String name, WorkCalendar calendar) {
        StringBuilder week = new StringBuilder();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.append(calendar.workingWeek().contains(day) ? '1' : '0');
        }
        long id = plans.addCalendar(projectId, name, week.toString());
        plans.addExceptions(id, calendar.exceptions().keySet(), calendar.exceptions().values());
        return id;
    }

    /**
     * Computes the plan's dates anew and stores what moved.
     *
     * @return the ids of the tasks that moved
     * @throws Refusal when the links form a cycle; the caller's transaction must then end without effect
     */
    Set<Long> reschedule(long projectId) {
        PlanSnapshot plan = read(projectId);
        if (plan.tasks().isEmpty()) {
            plans.setExtent(projectId, null, null, 0);
            return Set.of();
        }
        Rescheduling.Outcome outcome = rescheduling.reschedule(plan);
        List<Task> moved = outcome.moved();
        if (!moved.isEmpty()) {
            tasks.setDates(moved.stream().map(Task::id).toList(), moved.stream().map(Task::dates).toList());
        }
        plans.setExtent(projectId, outcome.schedule().start(), outcome.schedule().finish(),
                outcome.schedule().workingDays());
        return moved.stream().map(Task::id).collect(Collectors.toSet());
    }
}
