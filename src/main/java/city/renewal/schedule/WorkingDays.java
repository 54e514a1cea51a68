package city.renewal.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Numbers the working days of a calendar, so that counting them and stepping over them takes constant time. Between the
 * first and the last exception the answer is read from a table; before and after, the week pattern goes on for ever.
 */
final class WorkingDays {

    /** Bounds the table; no calendar of holidays spans more. */
    private static final int LONGEST_SPAN_DAYS = 400 * 366;
    private static final int WEEK = 7;
    /** 5 January 1970. */
    private static final long A_MONDAY = 4;

    private final long base;
    private final int[] countBefore;
    private final int[] dayOffset;
    private final int[] weekCountBefore = new int[WEEK];
    private final int[] weekDayOffset;

    /** @throws IllegalArgumentException when the exceptions lie more than 400 years apart */
    WorkingDays(Set<DayOfWeek> week, Map<LocalDate, Boolean> exceptions) {
        weekDayOffset = new int[week.size()];
        int found = 0;
        for (int i = 0; i < WEEK; i++) {
            weekCountBefore[i] = found;
            if (week.contains(DayOfWeek.of(i + 1))) {
                weekDayOffset[found++] = i;
            }
        }
        long first = exceptions.keySet().stream().mapToLong(LocalDate::toEpochDay).min().orElse(A_MONDAY);
        long last = exceptions.keySet().stream().mapToLong(LocalDate::toEpochDay).max().orElse(A_MONDAY - 1);
        if (last - first > LONGEST_SPAN_DAYS) {
            throw new IllegalArgumentException("A calendar's exceptions must not lie more than 400 years apart");
        }
        base = A_MONDAY + Math.floorDiv(first - A_MONDAY, WEEK) * WEEK;
        int weeks = Math.toIntExact(Math.floorDiv(last - base, WEEK) + 1);
        boolean[] working = new boolean[weeks * WEEK];
        for (int i = 0; i < working.length; i++) {
            working[i] = week.contains(DayOfWeek.of(i % WEEK + 1));
        }
        exceptions.forEach((day, works) -> working[(int) (day.toEpochDay() - base)] = works);
        countBefore = new int[working.length + 1];
        for (int i = 0; i < working.length; i++) {
            countBefore[i + 1] = countBefore[i] + (working[i] ? 1 : 0);
        }
        dayOffset = new int[countBefore[working.length]];
        for (int i = 0; i < working.length; i++) {
            if (working[i]) {
                dayOffset[countBefore[i]] = i;
            }
        }
    }

    /** @return the number of the first working day on or after the day; numbers before the table are negative */
    long numberAt(long epochDay) {
        long offset = epochDay - base;
        if (offset >= 0 && offset < countBefore.length) {
            return countBefore[(int) offset];
        }
        long span = countBefore.length - 1L;
        return offset < 0 ? regularNumberAt(offset) : dayOffset.length + regularNumberAt(offset - span);
    }

    /** @return the epoch day of the working day with this number */
    long dayOf(long number) {
        if (number >= 0 && number < dayOffset.length) {
            return base + dayOffset[(int) number];
        }
        long span = countBefore.length - 1L;
        return number < 0 ? base + regularDay(number) : base + span + regularDay(number - dayOffset.length);
    }

    boolean isWorking(long epochDay) {
        return numberAt(epochDay + 1) != numberAt(epochDay);
    }

    private long regularNumberAt(long offset) {
        long week = Math.floorDiv(offset, WEEK);
        return week * weekDayOffset.length + weekCountBefore[(int) (offset - week * WEEK)];
    }

    private long regularDay(long number) {
        int perWeek = weekDayOffset.length;
        // The usual weeks by name: dividing by a constant is several times as fast.
        long week = switch (perWeek) {
            case 5 -> Math.floorDiv(number, 5);
            case 6 -> Math.floorDiv(number, 6);
            case 7 -> Math.floorDiv(number, 7);
            default -> Math.floorDiv(number, perWeek);
        };
        return week * WEEK + weekDayOffset[(int) (number - week * perWeek)];
    }
}
