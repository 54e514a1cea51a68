package city.renewal.plan.print;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days across the sheet.
 *
 * @param first day at the left edge
 * @param left  points from the page's left edge
 * @param day   points that a day takes
 * @param days  how many there are
 */
record SheetAxis(LocalDate first, float left, float day, int days) {

    /** Days left empty before the first and after the last. */
    private static final int MARGIN = 3;
    private static final int SHORTEST = 14;

    /** @param last day that has to be on the sheet */
    static SheetAxis between(LocalDate first, LocalDate last, float left, float width) {
        LocalDate from = first.minusDays(MARGIN);
        int days = Math.max(SHORTEST, (int) ChronoUnit.DAYS.between(from, last) + 1 + MARGIN);
        return new SheetAxis(from, left, width / days, days);
    }

    /** @return where the morning of the day is */
    float x(LocalDate at) {
        return left + day * ChronoUnit.DAYS.between(first, at);
    }

    /** @return where the day's evening is */
    float end(LocalDate at) {
        return x(at) + day;
    }

    float right() {
        return left + day * days;
    }

    LocalDate last() {
        return first.plusDays(days - 1L);
    }
}
