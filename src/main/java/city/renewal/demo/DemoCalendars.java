package city.renewal.demo;

import city.renewal.demo.DemoConfig.CalendarRule;
import city.renewal.schedule.WorkCalendar;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** The calendars of the demonstration between two days, by id. Immutable. */
final class DemoCalendars {

    /** The calendar of work that names no other. */
    static final String SITE = "site";
    /** The calendar of work that weather and air-pollution alerts stop. */
    static final String OUTDOOR = "outdoor";

    /** The Spring Festival is the public holiday that begins between these days. */
    private static final MonthDay EARLIEST_FESTIVAL = MonthDay.of(1, 15);
    private static final MonthDay LATEST_FESTIVAL = MonthDay.of(3, 5);

    private final Map<String, WorkCalendar> calendars;

    private DemoCalendars(Map<String, WorkCalendar> calendars) {
        this.calendars = calendars;
    }

    /** @param holidays public holidays (false) and make-up days (true) */
    static DemoCalendars of(
            List<CalendarRule> rules, Map<LocalDate, Boolean> holidays, LocalDate from, LocalDate to) {
        Map<String, WorkCalendar> made = new LinkedHashMap<>();
        for (CalendarRule rule : rules) {
            Map<LocalDate, Boolean> days = new TreeMap<>(holidays);
            holidays.forEach((day, worked) -> {
                if (!worked && isFestival(day)) {
                    for (int after = 1; after <= rule.afterHoliday(); after++) {
                        days.put(day.plusDays(after), false);
                    }
                }
            });
            if (rule.closed() != null) {
                from.datesUntil(to.plusDays(1))
                        .filter(day -> rule.closed().contains(MonthDay.from(day)))
                        .forEach(day -> days.put(day, false));
            }
            days.entrySet().removeIf(day -> day.getKey().isBefore(from) || day.getKey().isAfter(to)
                    || day.getValue() == rule.week().contains(day.getKey().getDayOfWeek()));
            made.put(rule.id(), WorkCalendar.of(rule.week(), days));
        }
        return new DemoCalendars(made);
    }

    private static boolean isFestival(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return !date.isBefore(EARLIEST_FESTIVAL) && !date.isAfter(LATEST_FESTIVAL);
    }

    WorkCalendar get(String id) {
        WorkCalendar found = calendars.get(id);
        if (found == null) {
            throw new IllegalArgumentException("No calendar '" + id + "' in the demonstration");
        }
        return found;
    }

    /** @return these calendars cut to the days between, and without the days on which work stops */
    DemoCalendars with(LocalDate from, LocalDate to, BiPredicate<String, LocalDate> stopped) {
        Map<String, WorkCalendar> made = new LinkedHashMap<>();
        calendars.forEach((id, calendar) -> {
            Map<LocalDate, Boolean> days = new TreeMap<>(calendar.exceptions());
            days.keySet().removeIf(day -> day.isBefore(from) || day.isAfter(to));
            from.datesUntil(to.plusDays(1))
                    .filter(day -> stopped.test(id, day) && calendar.isWorking(day))
                    .forEach(day -> days.put(day, false));
            made.put(id, WorkCalendar.of(calendar.workingWeek(), days));
        });
        return new DemoCalendars(made);
    }
}
