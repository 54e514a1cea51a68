package city.renewal.schedule;

import java.time.LocalDate;
import java.util.Map;

/**
 * The answer of a {@link Scheduler}.
 *
 * @param start        first day of the earliest activity
 * @param finish       last day of the latest activity, inclusive
 * @param workingDays  the project's length in working days of the network's calendar, from {@code start} to
 *                     {@code finish}; 0 for a project of milestones only
 * @param dates        the dates of every activity and summary, by id
 */
public record Schedule(LocalDate start, LocalDate finish, int workingDays, Map<Long, ScheduledDates> dates) {

    /** @throws IllegalArgumentException when the id is not in the network */
    public ScheduledDates of(long id) {
        ScheduledDates found = dates.get(id);
        if (found == null) {
            throw new IllegalArgumentException("No activity " + id + " in this schedule");
        }
        return found;
    }
}
