package city.renewal.plan;

import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * One row of the query that fetches a plan's head, promise, newest reason, calendars and stop-work windows at once.
 *
 * @param calendar null in the rows of windows
 * @param window   null in the rows of calendars
 */
public record PlanPage(
        @Nested PlanHead head,
        @Nested("j") ProjectTraits project,
        @Nested("b") @Nullable Baseline promise,
        @Nested("d") @Nullable DelayReason delayReason,
        @Nested("c") @Nullable CalendarRow calendar,
        @Nested("w") @Nullable WindowRow window) {
}
