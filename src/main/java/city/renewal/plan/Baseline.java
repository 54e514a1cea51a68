package city.renewal.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/**
 * A promise: the dates of every task on the day it was taken. Never changed or removed.
 *
 * @param baselineNo 1 for the original promise, then counting up
 * @param reason     why it was taken, in the words that residents read; null for the first
 * @param reasonEn   the same in English, or null
 */
public record Baseline(
        @PropagateNull long id,
        int baselineNo,
        String name,
        @Nullable String reason,
        @Nullable String reasonEn,
        String takenBy,
        OffsetDateTime takenAt,
        @Nullable LocalDate startOn,
        @Nullable LocalDate finishOn) {

    /** Characters a name may have; the column's width. */
    public static final int LONGEST_NAME = 200;
    /** Characters a reason may have: residents read it on a telephone. */
    public static final int LONGEST_REASON = 500;
}
