package city.renewal.plan.sandbox;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody tries on a plan.
 *
 * @param madeBy login of the one who made it and may edit it
 * @param owner  their name
 * @param edits  how many edits in it stand
 * @param revision  grows with every change
 * @param changedBy name of the one who changed it last, null while nobody has
 */
public record Sandbox(
        long id, long projectId, String name, String madeBy, String owner, OffsetDateTime madeAt, int edits,
        long revision, @Nullable String changedBy) {

    /** Characters a name may have; the column's width. */
    public static final int LONGEST_NAME = 200;
}
