package city.renewal.plan.interchange;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A tool's calendar by the minutes of each day. Tools count durations in clock time, this product in working days; this
 * is where one becomes the other.
 *
 * @param name     as in the file
 * @param week     the minutes worked on each day of the week
 * @param singular the minutes worked on days that differ from the week
 */
record CalendarHours(String name, Map<DayOfWeek, BitSet> week, TreeMap<LocalDate, BitSet> singular) {

    private static final int MINUTES_PER_DAY = 480;
    private static final int LONGEST_WALK_DAYS = 100_000;

    /** Every minute of every day, for durations that ignore calendars. */
    static CalendarHours always(String name) {
        BitSet day = new BitSet();
        day.set(0, 24 * 60);
        Map<DayOfWeek, BitSet> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            week.put(weekday, day);
        }
        return new CalendarHours(name, week, new TreeMap<>());
    }

    /** Worked whenever one of the given calendars is. */
    static CalendarHours union(Collection<CalendarHours> calendars) {
        String name = String.join(" + ", new TreeSet<>(calendars.stream().map(CalendarHours::name).toList()));
        Map<DayOfWeek, BitSet> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            BitSet minutes = new BitSet();
            calendars.forEach(calendar -> minutes.or(calendar.week.get(weekday)));
            week.put(weekday, minutes);
        }
        TreeMap<LocalDate, BitSet> singular = new TreeMap<>();
        calendars.stream().flatMap(calendar -> calendar.singular.keySet().stream()).forEach(day -> {
            BitSet minutes = new BitSet();
            calendars.forEach(calendar -> minutes.or(calendar.on(day)));
            singular.put(day, minutes);
        });
        return new CalendarHours(name, week, singular);
    }

    /** @return whether another calendar works the same minutes, whatever its name */
    boolean sameTimes(CalendarHours other) {
        return week.equals(other.week) && singular.equals(other.singular);
    }

    BitSet on(LocalDate day) {
        BitSet exception = singular.get(day);
        return exception != null ? exception : week.get(day.getDayOfWeek());
    }

    boolean isWorking(LocalDate day) {
        return !on(day).isEmpty();
    }

    /** @return whether some day of the week is worked */
    boolean works() {
        return week.values().stream().anyMatch(minutes -> !minutes.isEmpty());
    }

    /** @return whether working days differ in length */
    boolean uneven() {
        return uniformLength().isEmpty();
    }

    private OptionalInt uniformLength() {
        int[] lengths = Stream.concat(week.values().stream(), singular.values().stream())
                .mapToInt(BitSet::cardinality).filter(length -> length > 0).distinct().toArray();
        return lengths.length == 1 ? OptionalInt.of(lengths[0]) : OptionalInt.empty();
    }

    /** @return the first day with work at or after the moment */
    LocalDate firstDayFrom(LocalDateTime moment) {
        LocalDate day = moment.toLocalDate();
        if (on(day).nextSetBit(minuteOf(moment)) >= 0) {
            return day;
        }
        for (int i = 0; i < LONGEST_WALK_DAYS; i++) {
            day = day.plusDays(1);
            if (isWorking(day)) {
                return day;
            }
        }
        return moment.toLocalDate();
    }

    /** @return the last day with work before the moment */
    LocalDate lastDayBefore(LocalDateTime moment) {
        LocalDate day = moment.toLocalDate();
        int minute = minuteOf(moment);
        if (minute > 0 && on(day).previousSetBit(minute - 1) >= 0) {
            return day;
        }
        for (int i = 0; i < LONGEST_WALK_DAYS; i++) {
            day = day.minusDays(1);
            if (isWorking(day)) {
                return day;
            }
        }
        return moment.toLocalDate();
    }

    /** @return the last day of so much work, begun in the morning of the given day */
    LocalDate finishDay(LocalDate start, int modelMinutes) {
        LocalDate day = start;
        for (int left = modelMinutes, i = 0; i < LONGEST_WALK_DAYS; i++, day = day.plusDays(1)) {
            left -= isWorking(day) ? MINUTES_PER_DAY : 0;
            if (left <= 0) {
                break;
            }
        }
        return day;
    }

    /** @return whether no work lies before the moment on its day, or none after it */
    boolean atEdgeOfDay(LocalDateTime moment) {
        BitSet minutes = on(moment.toLocalDate());
        int minute = minuteOf(moment);
        return minutes.nextSetBit(minute) < 0 || minutes.previousSetBit(minute - 1) < 0 || minute == 0;
    }

    /**
     * @param clockMinutes minutes of work by the clock
     * @param from         when the work starts; matters only where days differ in length
     * @return the same work in minutes of which each working day has 480
     */
    int modelMinutes(double clockMinutes, LocalDateTime from) {
        OptionalInt uniform = uniformLength();
        if (uniform.isPresent()) {
            return toInt(clockMinutes * MINUTES_PER_DAY / uniform.getAsInt());
        }
        double left = clockMinutes;
        double days = 0;
        LocalDate day = from.toLocalDate();
        int first = minuteOf(from);
        for (int i = 0; left > 0 && i < LONGEST_WALK_DAYS; i++) {
            BitSet minutes = on(day);
            if (!minutes.isEmpty()) {
                double used = Math.min(left, minutes.get(first, 24 * 60).cardinality());
                days += used / minutes.cardinality();
                left -= used;
            }
            first = 0;
            day = day.plusDays(1);
        }
        return toInt(days * MINUTES_PER_DAY);
    }

    /** @return the work between two moments in minutes of which each working day has 480 */
    int modelMinutesBetween(LocalDateTime from, LocalDateTime to) {
        double days = 0;
        LocalDate last = to.toLocalDate();
        for (LocalDate day = from.toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            BitSet minutes = on(day);
            int first = day.equals(from.toLocalDate()) ? minuteOf(from) : 0;
            int end = day.equals(last) ? minuteOf(to) : 24 * 60;
            if (!minutes.isEmpty() && first < end) {
                days += (double) minutes.get(first, end).cardinality() / minutes.cardinality();
            }
        }
        return toInt(days * MINUTES_PER_DAY);
    }

    /** @return a lag by the clock in minutes of which each working day has 480, by the days' average length */
    int lagMinutes(double clockMinutes) {
        return toInt(clockMinutes * MINUTES_PER_DAY / uniformLength().orElse(averageLength()));
    }

    private int averageLength() {
        int worked = (int) week.values().stream().filter(minutes -> !minutes.isEmpty()).count();
        int total = week.values().stream().mapToInt(BitSet::cardinality).sum();
        return worked == 0 ? MINUTES_PER_DAY : Math.max(1, total / worked);
    }

    /** @return the calendar by whole days */
    PlanCalendar toPlanCalendar(long id) {
        TreeSet<DayOfWeek> worked = new TreeSet<>();
        week.forEach((weekday, minutes) -> {
            if (!minutes.isEmpty()) {
                worked.add(weekday);
            }
        });
        TreeMap<LocalDate, Boolean> exceptions = new TreeMap<>();
        singular.forEach((day, minutes) -> {
            if (minutes.isEmpty() == worked.contains(day.getDayOfWeek())) {
                exceptions.put(day, !minutes.isEmpty());
            }
        });
        return new PlanCalendar(id, name, worked, exceptions);
    }

    private static int minuteOf(LocalDateTime moment) {
        return moment.getHour() * 60 + moment.getMinute();
    }

    private static int toInt(double minutes) {
        return Math.toIntExact(Math.round(minutes));
    }
}
