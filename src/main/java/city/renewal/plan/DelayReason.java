package city.renewal.plan;

import java.time.OffsetDateTime;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/**
 * Why a finish moved, as residents read it.
 *
 * @param taskId   the task that slipped, null for the project
 * @param category {@code WEATHER}, {@code MATERIAL}, {@code ACCESS}, {@code RESIDENTS}, {@code DESIGN}, {@code FUNDS},
 *                 {@code STOP_WORK} or {@code OTHER}
 * @param words    what residents read
 * @param catchUp  what is done about it, or null
 */
public record DelayReason(
        @Nullable Long taskId,
        @PropagateNull String category,
        String words,
        @Nullable String wordsEn,
        @Nullable String catchUp,
        String givenBy,
        OffsetDateTime givenAt) {
}
