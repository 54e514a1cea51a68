package city.renewal.plan.interchange;

import city.renewal.schedule.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A work calendar of a schedule file, by whole days.
 *
 * @param id          unique in the document
 * @param name        never blank
 * @param workingWeek days worked in an ordinary week, at least one
 * @param exceptions  days that differ from the week: true is worked
 */
public record PlanCalendar(
        long id,
        String name,
        SortedSet<DayOfWeek> workingWeek,
        SortedMap<LocalDate, Boolean> exceptions) {

    public PlanCalendar {
        workingWeek = Collections.unmodifiableSortedSet(new TreeSet<>(workingWeek));
        exceptions = Collections.unmodifiableSortedMap(new TreeMap<>(exceptions));
    }

    /** @return a calendar of this id with the days of the given one */
    public static PlanCalendar of(long id, String name, WorkCalendar days) {
        return new PlanCalendar(id, name, new TreeSet<>(days.workingWeek()), new TreeMap<>(days.exceptions()));
    }

    /** @return the calendar as the scheduler takes it */
    public WorkCalendar toWorkCalendar() {
        return WorkCalendar.of(Set.copyOf(workingWeek), Map.copyOf(exceptions));
    }
}
