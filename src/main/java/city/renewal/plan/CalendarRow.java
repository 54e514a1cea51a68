package city.renewal.plan;

import java.time.LocalDate;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/** A calendar joined with one of the days that differ from its week, or with none. */
public record CalendarRow(
        @PropagateNull long id,
        String name,
        String workingWeek,
        boolean night,
        String workTypes,
        @Nullable LocalDate onDate,
        @Nullable Boolean working) {
}
