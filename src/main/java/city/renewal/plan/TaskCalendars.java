package city.renewal.plan;

import city.renewal.schedule.WorkCalendar;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which days the tasks of one plan are worked: a task's own calendar, else the one for its type of work, else the
 * plan's, less the days of the stop-work windows that concern it and, for heating pipes, of the heating season. The one
 * place where this is decided: scheduling, shading, floats and pages all ask here. Milestones are moments, not work,
 * and stand on windows as well. Safe for use by many threads.
 */
public final class TaskCalendars {

    private final List<StoredCalendar> stored;
    private final StoredCalendar usual;
    private final ProjectTraits project;
    private final List<StopWindow> windows;
    private final WorkRules rules;
    private final LocalDate from;
    private final LocalDate until;
    private final Map<Key, StoredCalendar> worked = new ConcurrentHashMap<>();

    private record Key(long calendarId, @Nullable String workType) {
    }

    /**
     * @param stored  the plan's calendars
     * @param windows those that stand, of this project or not
     */
    TaskCalendars(PlanHead head, List<StoredCalendar> stored, ProjectTraits project, List<StopWindow> windows,
                  WorkRules rules) {
        this.stored = List.copyOf(stored);
        this.usual = stored.stream().filter(each -> each.id() == head.calendarId()).findFirst().orElseThrow();
        this.project = project;
        this.windows = windows.stream().filter(window -> window.includes(project)).toList();
        this.rules = rules;
        this.from = head.startsOn();
        this.until = horizon(head);
    }

    private static LocalDate horizon(PlanHead head) {
        LocalDate from = head.startsOn();
        LocalDate end = head.finishOn() == null || head.finishOn().isBefore(from) ? from : head.finishOn();
        return end.plusYears(StopWindow.HORIZON_YEARS);
    }

    /** @return the days as far as a plan of this extent asks for them */
    TaskCalendars until(PlanHead head) {
        return horizon(head).getYear() == until.getYear() ? this : under(head, windows);
    }

    /** @return the same plan's days under other windows */
    TaskCalendars under(PlanHead head, List<StopWindow> others) {
        return new TaskCalendars(head, stored, project, others, rules);
    }

    /** @return the code of the project whose plan it is */
    public String projectCode() {
        return project.code();
    }

    /** @return the windows that speak of this project, by their first day */
    public List<StopWindow> windows() {
        return windows;
    }

    /** @return the calendar of tasks that have none of their own, without windows */
    public StoredCalendar usual() {
        return usual;
    }

    /** @return the days on which the task is worked */
    public StoredCalendar of(TaskInput task) {
        StoredCalendar calendar = beforeWindows(task);
        if (task.milestone()) {
            return calendar;
        }
        return worked.computeIfAbsent(new Key(calendar.id(), task.workType()), key -> worked(calendar, type(task)));
    }

    /** @return the task's own calendar, else the one for its type of work, else the plan's; no window taken away */
    public StoredCalendar beforeWindows(TaskInput task) {
        Long own = task.calendarId();
        return stored.stream()
                .filter(each -> own == null
                        ? task.workType() != null && each.workTypes().contains(task.workType())
                        : each.id() == own)
                .findFirst()
                .orElse(usual);
    }

    /** @return whether the window takes days from the task */
    public boolean stops(StopWindow window, TaskInput task) {
        return !task.milestone() && window.kind() != WindowKind.NIGHT_ALLOWED
                && window.concerns(project, type(task), beforeWindows(task).night());
    }

    /** @return whether the heating season takes days from the task */
    public boolean heating(TaskInput task) {
        WorkType type = type(task);
        return !task.milestone() && type != null && type.heating();
    }

    /** @return when heating is on every year */
    public Season heatingSeason() {
        return rules.heatingSeason();
    }

    private @Nullable WorkType type(TaskInput task) {
        return rules.types().find(task.workType()).orElse(null);
    }

    private StoredCalendar worked(StoredCalendar calendar, @Nullable WorkType type) {
        Map<LocalDate, Boolean> days = new TreeMap<>(calendar.calendar().exceptions());
        Set<LocalDate> allowed = new HashSet<>();
        windows.stream()
                .filter(window -> window.kind() == WindowKind.NIGHT_ALLOWED
                        && window.concerns(project, type, calendar.night()))
                .forEach(window -> allowed.addAll(days(window.firstOn(), window.lastOn())));
        for (StopWindow window : windows) {
            if (window.kind() != WindowKind.NIGHT_ALLOWED && window.concerns(project, type, calendar.night())) {
                days(window.firstOn(), window.lastOn()).stream()
                        .filter(day -> window.kind() != WindowKind.NIGHT_BARRED || !allowed.contains(day))
                        .forEach(day -> days.put(day, false));
            }
        }
        if (type != null && type.heating()) {
            for (int year = from.getYear() - 1; year <= until.getYear(); year++) {
                days(rules.heatingSeason().first(year), rules.heatingSeason().last(year))
                        .forEach(day -> days.put(day, false));
            }
        }
        return days.equals(calendar.calendar().exceptions())
                ? calendar
                : calendar.with(WorkCalendar.of(calendar.calendar().workingWeek(), days));
    }

    private static List<LocalDate> days(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
