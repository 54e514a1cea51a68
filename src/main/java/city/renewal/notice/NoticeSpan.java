package city.renewal.notice;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From when to when a notice holds.
 *
 * @param daily whether it holds each day from the hour of the beginning to that of the end only; where that hour comes
 *              first in the day, each part reaches into the day after
 */
public record NoticeSpan(OffsetDateTime from, OffsetDateTime to, boolean daily) {

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

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

    /**
     * @param before what was announced earlier
     * @return when something begins that was not: its other beginning, or the first further day of what holds day by
     *         day; empty where it only ends otherwise
     */
    Optional<OffsetDateTime> beginsAnew(NoticeSpan before, ZoneId zone) {
        if (!from.equals(before.from)) {
            return Optional.of(from);
        }
        return !daily ? Optional.empty() : days(zone).filter(day -> !before.touches(day, zone)).findFirst()
                .map(day -> day.atTime(local(from, zone).toLocalTime()).atZone(zone).toOffsetDateTime()
                        .withOffsetSameInstant(from.getOffset()));
    }

    /**
     * @return whether it begins or ends, or each of its days does, in the night hours of the zone. Midnight and the
     *         minute before it stand for whole days and are no hour of work.
     */
    public boolean endsAtNight(NightHours night, ZoneId zone) {
        LocalTime begin = local(from, zone).toLocalTime();
        LocalTime end = local(to, zone).toLocalTime();
        return !wholeDay(begin) && (!begin.isBefore(night.from()) || begin.isBefore(night.to()))
                || !wholeDay(end) && (end.isAfter(night.from()) || !end.isAfter(night.to()));
    }

    private static boolean wholeDay(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) || time.equals(LAST_MINUTE);
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
