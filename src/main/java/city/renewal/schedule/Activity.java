package city.renewal.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work as the scheduler sees it. An activity that others name as their parent is a summary: its own
 * duration and constraint are ignored and its dates rolled up.
 *
 * @param id               unique in the network
 * @param parent           the summary it belongs to, null at the top
 * @param name             for messages such as the names along a cycle
 * @param durationMinutes  working minutes, 0 for a milestone, never negative
 * @param calendar         its own calendar, or null for the network's
 * @param constraint       what holds it besides its links
 * @param constraintDate   the constraint's date, null where it needs none
 * @param actualStart      first day worked, null while not started
 * @param actualFinish     last day worked, null while not finished; needs {@code actualStart}
 * @param remainingMinutes working minutes still to do for a started activity, never negative; null means the whole
 *                         duration less what lies between the actual start and the status date
 */
public record Activity(
        long id,
        @Nullable Long parent,
        String name,
        int durationMinutes,
        @Nullable WorkCalendar calendar,
        ConstraintType constraint,
        @Nullable LocalDate constraintDate,
        @Nullable LocalDate actualStart,
        @Nullable LocalDate actualFinish,
        @Nullable Integer remainingMinutes) {

    /** An activity not yet started, on the network's calendar, as soon as its links allow. */
    public static Activity of(long id, @Nullable Long parent, String name, int durationMinutes) {
        return new Activity(id, parent, name, durationMinutes, null,
                ConstraintType.AS_SOON_AS_POSSIBLE, null, null, null, null);
    }
}
