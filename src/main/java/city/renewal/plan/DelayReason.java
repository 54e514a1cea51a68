package city.renewal.plan;

import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/**
 * Why a finish moved, as residents read it.
 *
 * @param taskId   the task that slipped, null for the project
 * @param category one of {@link #CATEGORIES}
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

    /** The sorts of reasons, in the order they are offered. */
    public static final List<String> CATEGORIES =
            List.of("WEATHER", "MATERIAL", "ACCESS", "RESIDENTS", "DESIGN", "FUNDS", "STOP_WORK", "OTHER");
}
