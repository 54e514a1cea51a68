package city.renewal.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A calendar joined with one of the days that differ from its week, or with none. */
public record CalendarRow(
        long id,
        String name,
        String workingWeek,
        @Nullable LocalDate onDate,
        @Nullable Boolean working) {
}
