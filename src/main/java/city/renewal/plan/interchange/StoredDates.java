package city.renewal.plan.interchange;

import city.renewal.schedule.Schedule;
import city.renewal.schedule.ScheduledDates;
import city.renewal.schedule.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares the dates a file stores with computed ones, and knows what each task follows. */
final class StoredDates {

    private final PlanDocument document;
    private final Map<Long, PlanTask> byUid;
    private final Map<Long, List<Long>> predecessors = new HashMap<>();
    private final Map<Long, List<Long>> children = new HashMap<>();
    private final Map<Long, WorkCalendar> calendars = new HashMap<>();

    StoredDates(PlanDocument document) {
        this.document = document;
        this.byUid = document.tasksByUid();
        document.links().forEach(link ->
                predecessors.computeIfAbsent(link.successor(), none -> new ArrayList<>()).add(link.predecessor()));
        document.tasks().stream().filter(task -> task.parent() != null).forEach(task ->
                children.computeIfAbsent(task.parent(), none -> new ArrayList<>()).add(task.uid()));
        document.calendars().forEach(calendar -> calendars.put(calendar.id(), calendar.toWorkCalendar()));
    }

    WorkCalendar calendarOf(PlanTask task) {
        return Objects.requireNonNull(
                calendars.get(task.calendar() == null ? document.defaultCalendar() : task.calendar()));
    }

    /** @return whether the task has both dates to compare */
    static boolean known(PlanTask task) {
        return task.start() != null && task.finish() != null;
    }

    static boolean agree(PlanTask task, Schedule schedule) {
        ScheduledDates computed = schedule.of(task.uid());
        return computed.start().equals(task.start()) && computed.finish().equals(task.finish());
    }

    /**
     * The evening of one working day and the morning of the next are the same working moment; tools differ in which of
     * the two they give to a milestone.
     */
    boolean sameMoment(PlanTask milestone, Schedule schedule) {
        LocalDate computed = schedule.of(milestone.uid()).start();
        LocalDate stored = milestone.start();
        if (milestone.durationMinutes() != 0 || stored == null) {
            return false;
        }
        LocalDate earlier = computed.isBefore(stored) ? computed : stored;
        LocalDate later = computed.isBefore(stored) ? stored : computed;
        WorkCalendar calendar = calendarOf(milestone);
        return earlier.plusDays(1).datesUntil(later.isAfter(earlier) ? later : earlier.plusDays(1))
                .noneMatch(calendar::isWorking);
    }

    /** @return whether everything that drives the task, also by way of its summaries, stands as stored */
    boolean predecessorsAgree(PlanTask task, Schedule schedule) {
        for (PlanTask at = task; at != null; at = at.parent() == null ? null : byUid.get(at.parent())) {
            for (long predecessor : predecessors.getOrDefault(at.uid(), List.of())) {
                if (!standsAsStored(predecessor, schedule)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean standsAsStored(long uid, Schedule schedule) {
        List<Long> below = children.get(uid);
        if (below != null) {
            return below.stream().allMatch(child -> standsAsStored(child, schedule));
        }
        PlanTask task = byUid.get(uid);
        return !known(task) || agree(task, schedule);
    }
}
