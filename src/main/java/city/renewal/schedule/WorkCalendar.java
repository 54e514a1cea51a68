package city.renewal.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which days are worked: a week pattern and single days that differ from it (public holidays, make-up days, stop-work
 * windows). Immutable.
 */
public final class WorkCalendar {

    private final Set<DayOfWeek> workingWeek;
    private final Map<LocalDate, Boolean> exceptions;

    private WorkCalendar(Set<DayOfWeek> workingWeek, Map<LocalDate, Boolean> exceptions) {
        this.workingWeek = workingWeek;
        this.exceptions = exceptions;
    }

    /**
     * @param workingWeek days worked in an ordinary week, at least one
     * @param exceptions  days that differ: true is worked, false is off
     * @throws IllegalArgumentException when no day of the week is worked
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
        Boolean exception = exceptions.get(day);
        return exception != null ? exception : workingWeek.contains(day.getDayOfWeek());
    }
}
