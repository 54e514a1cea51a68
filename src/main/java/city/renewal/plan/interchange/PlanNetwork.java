package city.renewal.plan.interchange;

import city.renewal.schedule.Activity;
import city.renewal.schedule.Link;
import city.renewal.schedule.Network;
import city.renewal.schedule.WorkCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A document as the scheduler takes it. */
final class PlanNetwork {

    private PlanNetwork() {
    }

    /**
     * Only Primavera puts remaining work after the status date by itself; for the others the date is only a record, and
     * the scheduler must not move what the file leaves in the past.
     */
    static Network of(PlanDocument document) {
        Map<Long, WorkCalendar> calendars = new HashMap<>();
        document.calendars().forEach(calendar -> calendars.put(calendar.id(), calendar.toWorkCalendar()));
        List<Activity> activities = document.tasks().stream().map(task -> activity(task, calendars)).toList();
        List<Link> links = document.links().stream().map(link -> new Link(link.predecessor(), link.successor(),
                link.type(), link.lagMinutes(), link.elapsed())).toList();
        return new Network(document.start(),
                document.format().remainingFollowsStatusDate() ? document.statusDate() : null,
                calendars.get(document.defaultCalendar()), activities, links);
    }

    private static Activity activity(PlanTask task, Map<Long, WorkCalendar> calendars) {
        PlanProgress progress = task.progress();
        return new Activity(task.uid(), task.parent(), task.name(), task.durationMinutes(),
                task.calendar() == null ? null : calendars.get(task.calendar()), task.constraint().type(),
                task.constraint().date(), progress.actualStart(), progress.actualFinish(), progress.remainingMinutes());
    }
}
