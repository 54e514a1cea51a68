package city.renewal.plan;

import city.renewal.schedule.WorkCalendar;
import java.util.Set;

/**
 * A calendar of a plan.
 *
 * @param night     whether its shifts are nights
 * @param workTypes ids of the types of work that follow it unless a task has a calendar of its own
 */
public record StoredCalendar(long id, String name, boolean night, Set<String> workTypes, WorkCalendar calendar) {

    public StoredCalendar {
        workTypes = Set.copyOf(workTypes);
    }

    StoredCalendar with(WorkCalendar other) {
        return new StoredCalendar(id, name, night, workTypes, other);
    }
}
