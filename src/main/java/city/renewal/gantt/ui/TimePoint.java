package city.renewal.gantt.ui;

import java.time.LocalDate;

/**
 * A point on the time axis.
 *
 * @param day      the day it lies in
 * @param fraction how much of that day has passed, from 0 (its morning) to 1 (its evening)
 */
public record TimePoint(LocalDate day, double fraction) {

    public TimePoint {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("A fraction of a day is from 0 to 1, not " + fraction);
        }
    }

    /** @return the end of {@code day} */
    public static TimePoint endOf(LocalDate day) {
        return new TimePoint(day, 1);
    }

    /** @return days since 1970-01-01, with the fraction */
    double epochDays() {
        return day.toEpochDay() + fraction;
    }
}
