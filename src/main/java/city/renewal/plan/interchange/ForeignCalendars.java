package city.renewal.plan.interchange;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectCalendarDays;
import org.mpxj.ProjectCalendarException;
import org.mpxj.ProjectCalendarHours;
import org.mpxj.ProjectFile;

/** Gives an MPXJ project the calendars of a document, with eight hours on every working day. */
final class ForeignCalendars {

    private static final int LONGEST_NAME = 51;

    private final ProjectFile project;
    private final Map<Long, ProjectCalendar> byId = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    ForeignCalendars(ProjectFile project, PlanDocument document) {
        this.project = project;
        int next = document.calendars().stream().mapToLong(PlanCalendar::id).filter(ForeignCalendars::fits)
                .mapToInt(Math::toIntExact).max().orElse(0);
        for (PlanCalendar calendar : document.calendars()) {
            add(calendar, fits(calendar.id()) ? (int) calendar.id() : ++next);
        }
    }

    /** The format wants positive ints. */
    private static boolean fits(long id) {
        return id > 0 && id < Integer.MAX_VALUE / 2;
    }

    ProjectCalendar of(long id) {
        return byId.get(id);
    }

    private void add(PlanCalendar source, int uid) {
        ProjectCalendar calendar = project.addCalendar();
        calendar.setUniqueID(uid);
        calendar.setName(acceptableName(source.name()));
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean working = source.workingWeek().contains(day);
            calendar.setWorkingDay(day, working);
            fill(calendar.addCalendarHours(day), working);
        }
        addExceptions(calendar, source);
        byId.put(source.id(), calendar);
    }

    /** Neighbouring days of one kind become one exception. */
    private static void addExceptions(ProjectCalendar calendar, PlanCalendar source) {
        Iterator<Map.Entry<LocalDate, Boolean>> days = source.exceptions().entrySet().iterator();
        Map.Entry<LocalDate, Boolean> next = days.hasNext() ? days.next() : null;
        while (next != null) {
            LocalDate from = next.getKey();
            LocalDate to = from;
            boolean working = next.getValue();
            next = days.hasNext() ? days.next() : null;
            while (next != null && next.getValue() == working && next.getKey().equals(to.plusDays(1))) {
                to = next.getKey();
                next = days.hasNext() ? days.next() : null;
            }
            ProjectCalendarException exception = calendar.addCalendarException(from, to);
            fill(exception, working);
        }
    }

    private static void fill(ProjectCalendarHours hours, boolean working) {
        hours.clear();
        if (working) {
            hours.add(ProjectCalendarDays.DEFAULT_WORKING_MORNING);
            hours.add(ProjectCalendarDays.DEFAULT_WORKING_AFTERNOON);
        }
    }

    /** MS Project refuses files with control characters, list separators, slashes or brackets in calendar names. */
    private String acceptableName(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\\\[\\],;]", " ").strip();
        String shortened = plain.substring(0, Math.min(LONGEST_NAME - 4, plain.length())).strip();
        String unique = shortened.isEmpty() ? "#" : shortened;
        for (int i = 2; !names.add(unique); i++) {
            unique = shortened + " " + i;
        }
        return unique;
    }
}
