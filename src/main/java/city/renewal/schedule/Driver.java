package city.renewal.schedule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that holds an activity where the scheduler put it. Where several hold it to the same day, each is a driver.
 *
 * @param kind   what sort of thing
 * @param link   the link, for {@link Kind#LINK}; its successor may be a summary above the activity
 * @param from   the activity that drives: the link's predecessor, or the first work of a summary; else null
 * @param allows first day on which this alone would let the work begin or go on
 * @param starts the day on which it does; later than {@code allows} when only days off lie between
 */
public record Driver(Kind kind, @Nullable Link link, @Nullable Long from, LocalDate allows, LocalDate starts) {

    /** What can hold an activity. */
    public enum Kind {
        /** Work has begun: the start is a fact. */
        ACTUAL_START,
        /** Nothing begins before the project does. */
        PROJECT_START,
        /** What is left is planned after the last day whose progress is known. */
        STATUS_DATE,
        LINK,
        /** A date that was set, or a place by hand. */
        CONSTRAINT,
        /** It waits because it is to be done as late as the project's finish allows. */
        AS_LATE_AS_POSSIBLE,
        /** A summary begins with its first work. */
        FIRST_TASK
    }

    /** @return the days off of the activity's calendar that put it off further, in order */
    public List<LocalDate> daysOff() {
        return allows.isBefore(starts) ? allows.datesUntil(starts).toList() : List.of();
    }
}
