package city.renewal.plan;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Days on which some work must not go on, or, for a permit, may. Never changed; a withdrawn one no longer counts.
 *
 * @param id          0 for one that is only asked about
 * @param firstOn     first day
 * @param lastOn      last day, inclusive
 * @param words       what residents read
 * @param legalSource the order, law or certificate it rests on, or null
 * @param declaredBy  login of its author
 * @param declarer    name of its author
 * @param withdrawnBy name of the one who withdrew it, null while it stands
 */
public record StopWindow(
        long id,
        WindowKind kind,
        LocalDate firstOn,
        LocalDate lastOn,
        WindowScope scope,
        Words words,
        @Nullable String legalSource,
        String declaredBy,
        String declarer,
        OffsetDateTime declaredAt,
        @Nullable String withdrawnBy,
        @Nullable OffsetDateTime withdrawnAt) {

    /** Years ahead of today for which plans are made; a window that leaves no working day before is refused. */
    public static final int HORIZON_YEARS = 10;

    /** What a window is on some day, in the order in which people ask. */
    public enum State {
        PRESENT,
        COMING,
        PAST,
        WITHDRAWN
    }

    public State state(LocalDate today) {
        if (withdrawn()) {
            return State.WITHDRAWN;
        }
        if (covers(today)) {
            return State.PRESENT;
        }
        return today.isBefore(firstOn) ? State.COMING : State.PAST;
    }

    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(firstOn) && !day.isAfter(lastOn);
    }

    /** @return whether the window speaks of the project, whatever it does there */
    public boolean includes(ProjectTraits project) {
        return scope.includes(project);
    }

    /**
     * @param type  what a task does, null for work of no special type
     * @param night whether it is worked at night
     * @return whether the window speaks of such work of the project
     */
    public boolean concerns(ProjectTraits project, @Nullable WorkType type, boolean night) {
        return includes(project)
                && (scope.workTypes().isEmpty() || type != null && scope.workTypes().contains(type.id()))
                && kind.concerns(type, project.guaranteeWorks(), night);
    }
}
