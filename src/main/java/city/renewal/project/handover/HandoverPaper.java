package city.renewal.project.handover;

import city.renewal.base.Scan;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A paper with an acceptance or a hand-over, as it is listed.
 *
 * @param acceptanceId null for a paper of a hand-over
 * @param handoverId   null for a paper of an acceptance
 * @param fileName     as its sender called it
 * @param bytes        of what was sent
 * @param sha256       of what was sent, 64 hexadecimal digits
 * @param act          the last thing that became of it, null while nothing did
 * @param why          why it was withdrawn, else null
 * @param actor        who did that
 */
public record HandoverPaper(
        long id,
        @Nullable Long acceptanceId,
        @Nullable Long handoverId,
        String title,
        String fileName,
        Scan scanType,
        long bytes,
        String sha256,
        String putter,
        OffsetDateTime putAt,
        @Nullable Act act,
        @Nullable String why,
        @Nullable String actor,
        @Nullable OffsetDateTime takenAt) {

    /** What can become of a paper. */
    public enum Act {
        /** Residents may read it. */
        OPENED,
        /** Residents may no longer. */
        CLOSED,
        /** It counts no more, and is not opened again. */
        WITHDRAWN
    }

    /** @return whether residents may read it, as long as its record counts */
    public boolean open() {
        return act == Act.OPENED;
    }

    public boolean withdrawn() {
        return act == Act.WITHDRAWN;
    }
}
