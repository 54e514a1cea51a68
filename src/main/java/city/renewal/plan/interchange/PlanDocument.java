package city.renewal.plan.interchange;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule file says, in one form for every format. Immutable.
 *
 * @param format          the format it was read from
 * @param title           the project's name, or the file's name where the file has none
 * @param start           first day of the plan as stored
 * @param statusDate      last day whose progress the file knows, null when it was never set
 * @param defaultCalendar id of the calendar of every task without one
 * @param calendars       each id once
 * @param tasks           in outline order: a parent precedes its children
 * @param links           between tasks of this document only
 * @param leftOut         what the file holds and this document does not, or only changed
 */
public record PlanDocument(
        ScheduleFormat format,
        String title,
        LocalDate start,
        @Nullable LocalDate statusDate,
        long defaultCalendar,
        List<PlanCalendar> calendars,
        List<PlanTask> tasks,
        List<PlanLink> links,
        List<LeftOut> leftOut) {

    public PlanDocument {
        calendars = List.copyOf(calendars);
        tasks = List.copyOf(tasks);
        links = List.copyOf(links);
        leftOut = List.copyOf(leftOut);
    }

    /** @return the tasks that are no summaries, in outline order */
    public List<PlanTask> leaves() {
        return tasks.stream().filter(task -> !task.summary()).toList();
    }

    /** @return the tasks by their id in the file, in outline order */
    public Map<Long, PlanTask> tasksByUid() {
        Map<Long, PlanTask> byUid = new LinkedHashMap<>();
        tasks.forEach(task -> byUid.put(task.uid(), task));
        return byUid;
    }

    /** @throws IllegalArgumentException when the document has no such calendar */
    public PlanCalendar calendar(long id) {
        return calendars.stream().filter(calendar -> calendar.id() == id).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No calendar " + id + " in this document"));
    }

    /** @return the same document with other tasks */
    public PlanDocument withTasks(List<PlanTask> others) {
        return new PlanDocument(format, title, start, statusDate, defaultCalendar, calendars, others, links, leftOut);
    }
}
