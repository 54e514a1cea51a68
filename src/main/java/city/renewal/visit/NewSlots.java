package city.renewal.visit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Times of one crew at one stairwell, the same on each of several days.
 *
 * @param stairwell as the register writes it
 * @param weekends  whether Saturdays and Sundays are among the days
 * @param capacity  homes in each span, from 1 to {@link #MOST_HOMES}
 */
public record NewSlots(
        long workId,
        long placeId,
        String stairwell,
        String crew,
        LocalDate firstOn,
        LocalDate lastOn,
        boolean weekends,
        List<Span> spans,
        int capacity) {

    public static final int MOST_HOMES = 50;
    /** Days between the first and the last. */
    public static final int MOST_DAYS = 92;
    public static final int MOST_SPANS = 8;
    /** Characters of a crew's name. */
    public static final int LONGEST_CREW = 60;

    public NewSlots {
        spans = List.copyOf(spans);
    }

    /** Hours of one day, the end after the beginning. */
    public record Span(LocalTime from, LocalTime to) {
    }

    /**
     * What was offered.
     *
     * @param made    how many slots
     * @param leftOut days in between on which no visits are made, with the reason
     */
    public record Offered(int made, List<LeftOut> leftOut) {
    }

    /** A day that was not offered. */
    public record LeftOut(LocalDate day, Bar bar) {
    }
}
