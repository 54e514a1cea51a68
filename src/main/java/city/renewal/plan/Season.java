package city.renewal.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;

/** A part of every year, over its turn where the last day is the earlier. Both days belong to it. */
public record Season(MonthDay from, MonthDay to) {

    private static final String BETWEEN = "\\.\\.";

    /**
     * @param text such as {@code 11-15..03-15}
     * @throws IllegalArgumentException when it is not two days of a year
     */
    public static Season parse(String text) {
        String[] ends = text.strip().split(BETWEEN, -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("No season: " + text);
        }
        try {
            return new Season(MonthDay.parse("--" + ends[0].strip()), MonthDay.parse("--" + ends[1].strip()));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("No season: " + text, malformed);
        }
    }

    /** @return the first day of the season that begins in that year */
    public LocalDate first(int year) {
        return from.atYear(year);
    }

    /** @return the last day of the season that begins in that year */
    public LocalDate last(int year) {
        return to.atYear(from.isAfter(to) ? year + 1 : year);
    }
}
