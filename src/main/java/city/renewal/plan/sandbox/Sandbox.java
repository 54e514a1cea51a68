package city.renewal.plan.sandbox;

import java.time.OffsetDateTime;

/**
 * Something that somebody tries on a plan.
 *
 * @param madeBy login of the one who made it and may edit it
 * @param owner  their name
 * @param edits  how many edits in it stand
 */
public record Sandbox(
        long id, long projectId, String name, String madeBy, String owner, OffsetDateTime madeAt, int edits) {

    /** Characters a name may have; the column's width. */
    public static final int LONGEST_NAME = 200;
}
