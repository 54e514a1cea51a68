package city.renewal.matter;

import org.jspecify.annotations.Nullable;

/**
 * Which matters of the queue are looked at.
 *
 * @param whose    whose they are
 * @param standing where they stand
 * @param kind     id of a {@link MatterKind}, null for all
 * @param project  code of a project, null for all
 */
public record MatterFilter(Whose whose, Standing standing, @Nullable String kind, @Nullable String project) {

    /** What one begins with. */
    public static final MatterFilter MINE = new MatterFilter(Whose.MINE, Standing.OPEN, null, null);

    /** What is open and nobody's yet. */
    public static final MatterFilter NOBODYS = new MatterFilter(Whose.NOBODY, Standing.OPEN, null, null);

    /** Whose a matter is. */
    public enum Whose {
        MINE,
        /** Nobody's yet. */
        NOBODY,
        ALL
    }

    /** Where a matter stands. */
    public enum Standing {
        /** Somebody has to do something. */
        OPEN,
        OVERDUE,
        /** The firm that repairs under warranty said something, and nothing happened since. */
        REPLIED,
        ANSWERED,
        CLOSED,
        ALL
    }
}
