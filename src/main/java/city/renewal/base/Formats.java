package city.renewal.base;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Dates, numbers and quantities as a reader of one language expects them.
 *
 * @param messages the patterns of dates
 * @param locale   the reader's language
 * @param today    the day on which they read; years are left out of dates in its year
 */
public record Formats(Messages messages, Locale locale, LocalDate today) {

    private static final int DECIMALS = 3;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    /** @return how the reader's language calls it, see {@link Messages#name} */
    public String name(String name) {
        return messages.name(locale, name);
    }

    /** @return such as {@code 12月14日} or {@code 14 Dec}, with the year when it is not this one */
    public String date(LocalDate day) {
        String pattern = messages.text(locale, day.getYear() == today.getYear() ? "format.day" : "format.day.year");
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    /** @return such as {@code 2026年12月14日}: for what is read for years, as on paper */
    public String fullDate(LocalDate day) {
        return DateTimeFormatter.ofPattern(messages.text(locale, "format.day.year"), locale).format(day);
    }

    /** @return the day and the hour in the given zone, such as {@code 11月23日 17:40} */
    public String moment(OffsetDateTime at, ZoneId zone) {
        ZonedDateTime there = at.atZoneSameInstant(zone);
        return date(there.toLocalDate()) + " " + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(there);
    }

    /** @return the number with thousands separated and at most three decimals */
    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(number);
    }

    /** @return a large number as the language counts it, such as {@code 57 万} for 570,000; others as they are */
    public String large(BigDecimal number) {
        String pattern = messages.text(locale, "format.ten-thousands");
        return pattern.isEmpty() || number.compareTo(TEN_THOUSAND) < 0
                ? number(number)
                : messages.text(locale, "format.ten-thousands", number(number.divide(TEN_THOUSAND)));
    }

    /** @return the number with its unit, such as {@code 1,680 米} */
    public String quantity(BigDecimal number, Words unit) {
        return number(number) + " " + unit.in(locale, number);
    }

    /** @return whole percents, never 100 before all is done, such as {@code 58%} */
    public String percent(double share) {
        long percents = Math.round(share * 100);
        return (share < 1 ? Math.min(percents, 99) : percents) + "%";
    }
}
