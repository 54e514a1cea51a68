package city.renewal.plan.interchange;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One task of a schedule file.
 *
 * @param uid             its id in the file, unique in the document
 * @param parent          id of its summary, null at the top
 * @param name            as written, empty where the file has none
 * @param wbs             its place in the work breakdown as the file numbers it
 * @param code            the activity's own code, for tools that have one besides the WBS
 * @param notes           plain text
 * @param summary         whether other tasks lie below it; its dates and duration are then only a record
 * @param milestone       whether the file calls it a milestone; its duration need not be 0
 * @param durationMinutes working minutes, 480 a day of its calendar; never negative
 * @param calendar        id of its calendar, null for the document's
 * @param start           first day worked as stored, null where the file has none
 * @param finish          last day worked as stored, inclusive
 * @param levelled        whether the file's tool moved it to even out resources
 * @param progress        what was done
 * @param constraint      what holds it besides its links
 * @param quantity        planned quantity, null where the file has none
 * @param baselines       by ascending number
 */
public record PlanTask(
        long uid,
        @Nullable Long parent,
        String name,
        @Nullable String wbs,
        @Nullable String code,
        @Nullable String notes,
        boolean summary,
        boolean milestone,
        int durationMinutes,
        @Nullable Long calendar,
        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        boolean levelled,
        PlanProgress progress,
        PlanConstraint constraint,
        @Nullable PlanQuantity quantity,
        List<PlanBaseline> baselines) {

    public PlanTask {
        baselines = List.copyOf(baselines);
    }

    /** A task of its own with nothing but a name and a duration: not started, unconstrained, without stored dates. */
    public static PlanTask of(long uid, @Nullable Long parent, String name, int durationMinutes) {
        return new PlanTask(uid, parent, name, null, null, null, false, durationMinutes == 0, durationMinutes, null,
                null, null, false, PlanProgress.NONE, PlanConstraint.NONE, null, List.of());
    }

    /** A summary with nothing but a name and dates. */
    static PlanTask summary(long uid, String name, LocalDate start, LocalDate finish) {
        return new PlanTask(uid, null, name, null, null, null, true, false, 0, null, start, finish, false,
                PlanProgress.NONE, PlanConstraint.NONE, null, List.of());
    }

    /** @return the same task below another one */
    PlanTask under(long otherParent) {
        return new PlanTask(uid, otherParent, name, wbs, code, notes, summary, milestone, durationMinutes, calendar,
                start, finish, levelled, progress, constraint, quantity, baselines);
    }

    /** @return the same task, held otherwise */
    public PlanTask withConstraint(PlanConstraint other) {
        return new PlanTask(uid, parent, name, wbs, code, notes, summary, milestone, durationMinutes, calendar, start,
                finish, levelled, progress, other, quantity, baselines);
    }

    /** @return the same task with another duration */
    public PlanTask withDuration(int minutes) {
        return new PlanTask(uid, parent, name, wbs, code, notes, summary, milestone, minutes, calendar, start, finish,
                levelled, progress, constraint, quantity, baselines);
    }

    /** @return the same task with other progress */
    public PlanTask withProgress(PlanProgress other) {
        return new PlanTask(uid, parent, name, wbs, code, notes, summary, milestone, durationMinutes, calendar, start,
                finish, levelled, other, constraint, quantity, baselines);
    }

    /** @return the same task with other stored dates */
    public PlanTask withDates(@Nullable LocalDate otherStart, @Nullable LocalDate otherFinish) {
        return new PlanTask(uid, parent, name, wbs, code, notes, summary, milestone, durationMinutes, calendar,
                otherStart, otherFinish, levelled, progress, constraint, quantity, baselines);
    }
}
