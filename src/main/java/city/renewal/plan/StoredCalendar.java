package city.renewal.plan;

import city.renewal.schedule.WorkCalendar;

/** A calendar of a plan with its name. */
public record StoredCalendar(long id, String name, WorkCalendar calendar) {
}
