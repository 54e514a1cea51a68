package city.renewal.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which days are worked: a week pattern and single days that differ from it (public holidays, make-up days, stop-work
 * windows). Immutable.
 */
public final class WorkCalendar {

    private final Set<DayOfWeek> workingWeek;
    private final Map<LocalDate, Boolean> exceptions;
    private final WorkingDays days;

    private WorkCalendar(Set<DayOfWeek> workingWeek, Map<LocalDate, Boolean> exceptions) {
        this.workingWeek = workingWeek;
        this.exceptions = exceptions;
        this.days = new WorkingDays(workingWeek, exceptions);
    }

    /**
     * @param workingWeek days worked in an ordinary week, at least one
     * @param exceptions  days that differ: true is worked, false is off
     * @throws IllegalArgumentException when no day of the week is worked, or the exceptions lie more than 400 years
     *                                  apart
     */
    public static WorkCalendar of(Set<DayOfWeek> workingWeek, Map<LocalDate, Boolean> exceptions) {
        if (workingWeek.isEmpty()) {
            throw new IllegalArgumentException("A calendar needs at least one working day in the week");
        }
        return new WorkCalendar(Collections.unmodifiableSet(EnumSet.copyOf(workingWeek)),
                Collections.unmodifiableMap(new TreeMap<>(exceptions)));
    }

    /** Every day is worked, as on Chinese sites and in published benchmark instances. */
    public static WorkCalendar everyDay() {
        return of(EnumSet.allOf(DayOfWeek.class), Map.of());
    }

    /** Monday to Friday. */
    public static WorkCalendar mondayToFriday() {
        return of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Map.of());
    }

    public Set<DayOfWeek> workingWeek() {
        return workingWeek;
    }

    /** @return the days that differ from the week pattern, in order: true is worked */
    public Map<LocalDate, Boolean> exceptions() {
        return exceptions;
    }

    public boolean isWorking(LocalDate day) {
        return days.isWorking(day.toEpochDay());
    }

    /** @return the day itself when it is worked, else the next day that is */
    public LocalDate nextWorkingDay(LocalDate day) {
        return LocalDate.ofEpochDay(days.dayOf(days.numberAt(day.toEpochDay())));
    }

    /** @return the day itself when it is worked, else the last day before it that is */
    public LocalDate previousWorkingDay(LocalDate day) {
        return LocalDate.ofEpochDay(days.dayOf(days.numberAt(day.toEpochDay() + 1) - 1));
    }

    /** @return the working days from the first to the last day, both counted; 0 when the last lies before the first */
    public int workingDays(LocalDate first, LocalDate last) {
        return Math.max(0, Math.toIntExact(
                days.numberAt(last.toEpochDay() + 1) - days.numberAt(first.toEpochDay())));
    }

    /**
     * How many working days one date lies behind another: the days late of a finish against its promise.
     *
     * @return the working days after {@code from} up to and with {@code to}; negative when {@code to} is the earlier,
     *         0 when only days off lie between
     */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return Math.toIntExact(days.numberAt(to.toEpochDay() + 1) - days.numberAt(from.toEpochDay() + 1));
    }

    /**
     * @param count how many working days to step, negative to step back
     * @return the working day so many after (before) the day; the day itself for 0
     */
    public LocalDate plusWorkingDays(LocalDate day, int count) {
        if (count == 0) {
            return day;
        }
        long today = day.toEpochDay();
        long number = count > 0 ? days.numberAt(today + 1) + count - 1 : days.numberAt(today) + count;
        return LocalDate.ofEpochDay(days.dayOf(number));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkCalendar that
                && workingWeek.equals(that.workingWeek) && exceptions.equals(that.exceptions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(workingWeek, exceptions);
    }

    @Override
    public String toString() {
        return workingWeek + (exceptions.isEmpty() ? "" : " but " + exceptions);
    }

    WorkingDays days() {
        return days;
    }
}
