package city.renewal.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/**
 * A promise: the dates of every task on the day it was taken. Never changed or removed.
 *
 * @param baselineNo 1 for the original promise, then counting up
 */
public record Baseline(
        @PropagateNull long id,
        int baselineNo,
        String name,
        @Nullable String reason,
        String takenBy,
        OffsetDateTime takenAt,
        @Nullable LocalDate startOn,
        @Nullable LocalDate finishOn) {
}
