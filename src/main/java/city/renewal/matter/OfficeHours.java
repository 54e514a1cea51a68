package city.renewal.matter;

import city.renewal.schedule.WorkCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * When people work who answer residents, and so when a time limit ends. Immutable.
 *
 * @param calendar the days worked
 * @param spans    the hours worked on each of them, in order, not overlapping
 */
public record OfficeHours(WorkCalendar calendar, List<Span> spans) {

    /**
     * Part of a working day.
     *
     * @param from first moment
     * @param to   last moment, later than the first
     */
    public record Span(LocalTime from, LocalTime to) {

        /** @throws IllegalArgumentException when it is not written like {@code 08:30-12:00} */
        static Span parse(String written) {
            String[] ends = written.split("-");
            if (ends.length != 2) {
                throw new IllegalArgumentException("'" + written + "' are no hours such as 08:30-12:00");
            }
            Span span = new Span(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
            if (!span.from.isBefore(span.to)) {
                throw new IllegalArgumentException("'" + written + "' ends before it begins");
            }
            return span;
        }
    }

    public OfficeHours {
        spans = spans.stream().sorted(Comparator.comparing(Span::from)).toList();
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("Nobody works without hours");
        }
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from.isBefore(spans.get(i - 1).to)) {
                throw new IllegalArgumentException("The hours from " + spans.get(i).from + " begin in others");
            }
        }
    }

    /**
     * The moment at which a time limit ends. Days are those after the day on which it began, whatever the hour, and end
     * with the day's last working hour, or around the clock with the day.
     *
     * @param began in whichever zone; only the moment counts
     * @param zone  the one in which days and hours are
     */
    public ZonedDateTime end(ZonedDateTime began, TimeLimit limit, ZoneId zone) {
        ZonedDateTime from = began.withZoneSameInstant(zone);
        if (limit.days()) {
            return limit.aroundTheClock()
                    ? from.toLocalDate().plusDays(limit.count() + 1L).atStartOfDay(zone).minusMinutes(1)
                    : calendar.plusWorkingDays(from.toLocalDate(), limit.count()).atTime(spans.getLast().to)
                            .atZone(zone);
        }
        return limit.aroundTheClock()
                ? from.plusHours(limit.count())
                : afterWorkingHours(from, Duration.ofHours(limit.count()), zone);
    }

    private ZonedDateTime afterWorkingHours(ZonedDateTime from, Duration time, ZoneId zone) {
        Duration left = time;
        for (LocalDate day = calendar.nextWorkingDay(from.toLocalDate()); ;
                day = calendar.nextWorkingDay(day.plusDays(1))) {
            for (Span span : spans) {
                ZonedDateTime begins = later(day.atTime(span.from).atZone(zone), from);
                Duration worked = Duration.between(begins, day.atTime(span.to).atZone(zone));
                if (worked.compareTo(left) >= 0) {
                    return begins.plus(left);
                }
                left = worked.isPositive() ? left.minus(worked) : left;
            }
        }
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isBefore(other) ? other : one;
    }
}
