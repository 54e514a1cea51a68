package city.renewal.site.paper;

import city.renewal.base.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The days that a paper speaks of, both inclusive.
 *
 * @throws Refusal when the last day lies before the first, or there are more than {@link #MOST_DAYS}
 */
public record Period(LocalDate first, LocalDate last) {

    public static final int MOST_DAYS = 366;

    public Period {
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new Refusal("paper.period.unusable", MOST_DAYS);
        }
    }

    /** @return whether the moment lies before the period */
    boolean isAfter(OffsetDateTime moment, ZoneId zone) {
        return day(moment, zone).isBefore(first);
    }

    /** @return the moment at which the period is over */
    OffsetDateTime end(ZoneId zone) {
        return last.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    }

    static LocalDate day(OffsetDateTime moment, ZoneId zone) {
        return moment.atZoneSameInstant(zone).toLocalDate();
    }
}
