package city.renewal.notice;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * From when to when a notice holds.
 *
 * @param daily whether it holds each day from the hour of the beginning to that of the end only; where that hour comes
 *              first in the day, each part reaches into the day after
 */
public record NoticeSpan(OffsetDateTime from, OffsetDateTime to, boolean daily) {

    /** The end itself does not count: what ends at midnight has nothing of the day that begins then. */
    private LocalDate last(ZoneId zone) {
        return local(to.minusNanos(1), zone).toLocalDate();
    }

    private static LocalDateTime local(OffsetDateTime at, ZoneId zone) {
        return at.atZoneSameInstant(zone).toLocalDateTime();
    }

    /** @return the days in the zone on which it holds for some time, in order */
    public Stream<LocalDate> days(ZoneId zone) {
        return local(from, zone).toLocalDate().datesUntil(last(zone).plusDays(1));
    }

    /** @return whether it holds for some time on the day in the zone */
    public boolean touches(LocalDate day, ZoneId zone) {
        return !local(from, zone).toLocalDate().isAfter(day) && !last(zone).isBefore(day);
    }

    /** @return whether some of it lies in the night hours of the zone */
    public boolean atNight(NightHours night, ZoneId zone) {
        LocalDateTime begin = local(from, zone);
        LocalDateTime end = local(to, zone);
        if (daily) {
            LocalTime until = end.toLocalTime();
            end = begin.toLocalDate().atTime(until);
            if (!end.isAfter(begin)) {
                end = end.plusDays(1);
            }
        }
        // Every night begins in an evening: the one before the first day may reach into it.
        for (LocalDate evening = begin.toLocalDate().minusDays(1); !evening.isAfter(end.toLocalDate());
                evening = evening.plusDays(1)) {
            if (begin.isBefore(evening.plusDays(1).atTime(night.to())) && end.isAfter(evening.atTime(night.from()))) {
                return true;
            }
        }
        return false;
    }
}
