package city.renewal.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that a planner does to the calendars of a plan. */
public sealed interface CalendarChange {

    /** A new calendar. */
    record Add(CalendarState state) implements CalendarChange {
    }

    /**
     * Another state of a calendar.
     *
     * @param before what the planner saw
     * @param reason why, needed when single days change
     */
    record Change(long calendarId, CalendarState before, CalendarState after, @Nullable String reason)
            implements CalendarChange {
    }

    /** The calendar of tasks that have none of their own. */
    record Choose(long calendarId) implements CalendarChange {
    }

    /** @param calendarId the calendar that the tasks get, null for none of their own */
    record Assign(Set<Long> taskIds, @Nullable Long calendarId) implements CalendarChange {
    }
}
