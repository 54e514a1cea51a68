package city.renewal.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/**
 * Why a finish moved, as residents read it.
 *
 * @param taskId       the task that slipped, null for the project
 * @param category     one of {@link #CATEGORIES}
 * @param words        what residents read
 * @param catchUp      what is done about it, or null
 * @param givenBy      who wrote it down
 * @param reasonOwner  who answers for the reason, a name; null in older ones and those that came with a stop of work
 * @param catchUpOwner who answers for the catch-up plan, a name, or null
 * @param catchUpOn    day by which it is done, or null
 * @param slipDays     calendar days that the finish was late when it was given, null where nobody looked
 */
public record DelayReason(
        @Nullable Long taskId,
        @PropagateNull String category,
        String words,
        @Nullable String wordsEn,
        @Nullable String catchUp,
        String givenBy,
        OffsetDateTime givenAt,
        @Nullable String reasonOwner,
        @Nullable String catchUpOwner,
        @Nullable LocalDate catchUpOn,
        @Nullable Integer slipDays) {

    /** The sorts of reasons, in the order they are offered. */
    public static final List<String> CATEGORIES =
            List.of("WEATHER", "MATERIAL", "ACCESS", "RESIDENTS", "DESIGN", "FUNDS", "STOP_WORK", "OTHER");
}
