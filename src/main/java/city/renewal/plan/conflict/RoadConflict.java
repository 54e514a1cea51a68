package city.renewal.plan.conflict;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Two works that get in each other's way.
 *
 * @param kind           what is wrong
 * @param later          the work that should move: what digs, or the second closure
 * @param earlier        what it harms: the surface, or the first closure
 * @param protectedUntil last day on which the surface must not be opened, null for closures
 */
public record RoadConflict(Kind kind, RoadWork later, RoadWork earlier, @Nullable LocalDate protectedUntil) {

    /** What is wrong. */
    public enum Kind {
        /** A surface is opened although it is new (城市道路管理条例 33). */
        DIG,
        /** One road is taken from traffic twice at the same time. */
        CLOSURE
    }

    /** @return whether it speaks of the project */
    public boolean concerns(long projectId) {
        return later.projectId() == projectId || earlier.projectId() == projectId;
    }
}
