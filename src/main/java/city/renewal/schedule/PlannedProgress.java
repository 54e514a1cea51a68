package city.renewal.schedule;

import java.time.LocalDate;
import java.util.Collection;

/** How much should be done by a date if work runs evenly over the planned working days. Shares are from 0 to 1. */
public final class PlannedProgress {

    private PlannedProgress() {
    }

    /**
     * Work in a plan.
     *
     * @param start    first planned day
     * @param finish   last planned day, inclusive
     * @param calendar on whose working days it runs
     * @param weight   its part of the whole, relative to others, 0 and up
     */
    public record Part(LocalDate start, LocalDate finish, WorkCalendar calendar, double weight) {

        /** @throws IllegalArgumentException when the weight is negative or no number */
        public Part {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("A weight is 0 or more, not " + weight);
            }
        }
    }

    /**
     * @param day the share is told at its end
     * @return the planned share of one task; what has no working day, such as a milestone on a day off, is all done on
     *         its finish
     */
    public static double share(LocalDate start, LocalDate finish, WorkCalendar calendar, LocalDate day) {
        if (!day.isBefore(finish)) {
            return 1;
        }
        int length = calendar.workingDays(start, finish);
        return length == 0 ? 0 : (double) calendar.workingDays(start, day) / length;
    }

    /** @return the weighted planned share of many at the end of the day; 0 when nothing has a weight */
    public static double total(Collection<Part> parts, LocalDate day) {
        double planned = 0;
        double all = 0;
        for (Part part : parts) {
            planned += part.weight() * share(part.start(), part.finish(), part.calendar(), day);
            all += part.weight();
        }
        return all == 0 ? 0 : planned / all;
    }
}
