package city.renewal.plan.interchange;

import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.Schedule;
import city.renewal.schedule.ScheduledDates;
import city.renewal.schedule.Scheduler;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How far our scheduler and the tool that made a file agree: leaf tasks whose dates, computed from links, calendars,
 * constraints and progress alone, equal the stored ones to the day.
 *
 * @param compared  leaf tasks with stored dates that no resource levelling moved
 * @param agreeing  those of them whose both dates agree; a milestone on the evening of one working day agrees with the
 *                  morning of the next
 * @param placed    those of them placed by hand, which agree by nature
 * @param causes    how many of the rest differ for which reason
 * @param differing one line for each of the rest
 */
public record ScheduleAgreement(
        int compared, int agreeing, int placed, Map<Cause, Integer> causes, List<String> differing) {

    public ScheduleAgreement {
        causes = Map.copyOf(causes);
        differing = List.copyOf(differing);
    }

    /** Why computed and stored dates differ. */
    public enum Cause {
        /** Something it depends on differs already. */
        FOLLOWS_ANOTHER,
        /** The file starts it later than its links and constraint ask. */
        STORED_LATER,
        /** The file starts it before its links allow. */
        STORED_EARLIER,
        /** It starts on the same day and ends on another. */
        LENGTH
    }

    /** @throws city.renewal.schedule.CycleException when the links lead in a circle */
    public static ScheduleAgreement of(PlanDocument document, Scheduler scheduler) {
        Schedule schedule = scheduler.schedule(PlanNetwork.of(document));
        StoredDates stored = new StoredDates(document);
        Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
        List<String> differing = new ArrayList<>();
        int compared = 0;
        int placed = 0;
        for (PlanTask task : document.leaves()) {
            if (!StoredDates.known(task) || task.levelled()) {
                continue;
            }
            compared++;
            if (StoredDates.agree(task, schedule) || stored.sameMoment(task, schedule)) {
                placed += task.constraint().type() == ConstraintType.PINNED ? 1 : 0;
                continue;
            }
            ScheduledDates computed = schedule.of(task.uid());
            Cause cause = !stored.predecessorsAgree(task, schedule) ? Cause.FOLLOWS_ANOTHER
                    : computed.start().isBefore(task.start()) ? Cause.STORED_LATER
                    : computed.start().isAfter(task.start()) ? Cause.STORED_EARLIER : Cause.LENGTH;
            causes.merge(cause, 1, Integer::sum);
            differing.add("%s: stored %s to %s, computed %s to %s (%s)".formatted(task.name(), task.start(),
                    task.finish(), computed.start(), computed.finish(), cause));
        }
        return new ScheduleAgreement(compared, compared - differing.size(), placed, causes, differing);
    }

    /** @return 0 to 1; 1 where nothing could be compared */
    public double share() {
        return compared == 0 ? 1 : (double) agreeing / compared;
    }
}
