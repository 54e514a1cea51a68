package city.renewal.plan.interchange;

import city.renewal.schedule.LinkType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mpxj.Duration;
import org.mpxj.ProjectFile;
import org.mpxj.ProjectProperties;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.RelationshipLagCalendar;
import org.mpxj.Task;
import org.mpxj.TimeUnit;

/** Turns MPXJ's relations into links between the tasks that were taken. */
final class MpxjLinks {

    private static final double ELAPSED_TO_MODEL = 480.0 / (24 * 60);

    private final ProjectFile project;
    private final ScheduleFormat format;
    private final MpxjCalendars calendars;
    private final LeftOutList leftOut;

    MpxjLinks(ProjectFile project, ScheduleFormat format, MpxjCalendars calendars, LeftOutList leftOut) {
        this.project = project;
        this.format = format;
        this.calendars = calendars;
        this.leftOut = leftOut;
    }

    List<PlanLink> translate(Map<Long, PlanTask> taken) {
        Set<PlanLink> links = new LinkedHashSet<>();
        for (Task task : project.getTasks()) {
            for (Relation relation : task.getPredecessors()) {
                Task predecessor = relation.getPredecessorTask();
                Task successor = relation.getSuccessorTask();
                boolean known = predecessor != null && successor != null && predecessor != successor
                        && taken.containsKey((long) predecessor.getUniqueID())
                        && taken.containsKey((long) successor.getUniqueID());
                if (!known || !links.add(link(relation, taken))) {
                    leftOut.add(LeftOut.What.LINKS, name(predecessor) + " → " + name(successor));
                }
            }
        }
        return List.copyOf(links);
    }

    private PlanLink link(Relation relation, Map<Long, PlanTask> taken) {
        PlanTask predecessor = taken.get((long) relation.getPredecessorTask().getUniqueID());
        PlanTask successor = taken.get((long) relation.getSuccessorTask().getUniqueID());
        Duration lag = relation.getLag();
        boolean elapsed = lag != null && (lag.getUnits().isElapsed() || runsRoundTheClock(lag));
        return new PlanLink(predecessor.uid(), successor.uid(), type(relation.getType()),
                lag == null ? 0 : minutes(lag, elapsed, predecessor, successor), elapsed);
    }

    private int minutes(Duration lag, boolean elapsed, PlanTask predecessor, PlanTask successor) {
        if (lag.getUnits() == TimeUnit.PERCENT || lag.getUnits() == TimeUnit.ELAPSED_PERCENT) {
            return (int) Math.round(predecessor.durationMinutes() * lag.getDuration() / 100);
        }
        ProjectProperties properties = project.getProjectProperties();
        double clock = lag.convertUnits(lag.getUnits().isElapsed() ? TimeUnit.ELAPSED_MINUTES : TimeUnit.MINUTES,
                properties).getDuration();
        if (elapsed) {
            return Math.toIntExact(Math.round(clock * ELAPSED_TO_MODEL));
        }
        PlanTask counting = format.remainingFollowsStatusDate()
                && properties.getRelationshipLagCalendar() == RelationshipLagCalendar.PREDECESSOR
                ? predecessor : successor;
        Long calendar = format.remainingFollowsStatusDate()
                && properties.getRelationshipLagCalendar() == RelationshipLagCalendar.PROJECT_DEFAULT
                ? null : counting.calendar();
        CalendarHours hours = calendars.hours(calendar == null ? calendars.defaultId() : calendar);
        return (int) Math.signum(clock) * hours.lagMinutes(Math.abs(clock));
    }

    private boolean runsRoundTheClock(Duration lag) {
        return format.remainingFollowsStatusDate() && lag.getDuration() != 0
                && project.getProjectProperties().getRelationshipLagCalendar()
                == RelationshipLagCalendar.TWENTY_FOUR_HOUR;
    }

    private static LinkType type(RelationType type) {
        return switch (type) {
            case FINISH_START -> LinkType.FINISH_TO_START;
            case START_START -> LinkType.START_TO_START;
            case FINISH_FINISH -> LinkType.FINISH_TO_FINISH;
            case START_FINISH -> LinkType.START_TO_FINISH;
        };
    }

    private static String name(@Nullable Task task) {
        return task == null || task.getName() == null ? "?" : task.getName();
    }
}
