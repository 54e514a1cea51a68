package city.renewal.plan;

import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/** One row of the query that fetches a plan's head, promise, newest reason and calendars at once. */
public record PlanPage(
        @Nested PlanHead head,
        @Nested("b") @Nullable Baseline promise,
        @Nested("d") @Nullable DelayReason delayReason,
        @Nested("c") CalendarRow calendar) {
}
