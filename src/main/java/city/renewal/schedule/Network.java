package city.renewal.schedule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the scheduler needs to know of one project.
 *
 * @param start      the day before which nothing without an actual start begins
 * @param statusDate the last day whose progress is known; work left over is planned after it; null for a plan without
 *                   progress
 * @param calendar   the calendar of every activity that has none of its own
 * @param activities in any order; parents may follow their children
 * @param links      in any order
 */
public record Network(
        LocalDate start,
        @Nullable LocalDate statusDate,
        WorkCalendar calendar,
        List<Activity> activities,
        List<Link> links) {

    public Network {
        activities = List.copyOf(activities);
        links = List.copyOf(links);
    }
}
