package city.renewal.plan;

import city.renewal.schedule.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a planner decides about a calendar. Kept as JSON with the steps of a plan.
 *
 * @param name      at most {@link #LONGEST_NAME} characters
 * @param week      days worked in an ordinary week, at least one
 * @param night     whether its shifts are nights
 * @param workTypes ids of the types of work that follow it
 * @param days      days that differ from the week: true is worked, false is off
 */
public record CalendarState(
        String name, Set<DayOfWeek> week, boolean night, Set<String> workTypes, Map<LocalDate, Boolean> days) {

    /** Characters of a calendar's name; the column's width. */
    public static final int LONGEST_NAME = 200;

    /** In order, so that equal states are equal texts. */
    public CalendarState {
        week = week.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(week));
        workTypes = Collections.unmodifiableSet(new TreeSet<>(workTypes));
        days = Collections.unmodifiableMap(new TreeMap<>(days));
    }

    public static CalendarState of(StoredCalendar stored) {
        return new CalendarState(stored.name(), stored.calendar().workingWeek(), stored.night(), stored.workTypes(),
                stored.calendar().exceptions());
    }

    /** @return a calendar that is followed by no type of work, worked by day */
    public static CalendarState of(String name, WorkCalendar calendar) {
        return new CalendarState(name, calendar.workingWeek(), false, Set.of(), calendar.exceptions());
    }

    /** @param worked whether the day is worked; where the week says so already the day is no exception any more */
    public CalendarState withDay(LocalDate day, boolean worked) {
        Map<LocalDate, Boolean> other = new TreeMap<>(days);
        if (worked == week.contains(day.getDayOfWeek())) {
            other.remove(day);
        } else {
            other.put(day, worked);
        }
        return new CalendarState(name, week, night, workTypes, other);
    }

    public CalendarState withUse(boolean nights, Set<String> types) {
        return new CalendarState(name, week, nights, types, days);
    }
}
