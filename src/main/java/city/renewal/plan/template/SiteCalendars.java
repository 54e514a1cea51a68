package city.renewal.plan.template;

import city.renewal.schedule.WorkCalendar;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** The calendars that templates name, between two days, by id. Immutable. */
public final class SiteCalendars {

    /** The calendar of work that names no other. */
    public static final String SITE = "site";
    /** The calendar of work that weather and air-pollution alerts stop. */
    public static final String OUTDOOR = "outdoor";

    /** The Spring Festival is the public holiday that begins between these days. */
    private static final MonthDay EARLIEST_FESTIVAL = MonthDay.of(1, 15);
    private static final MonthDay LATEST_FESTIVAL = MonthDay.of(3, 5);

    private final Map<String, String> names;
    private final Map<String, WorkCalendar> calendars;

    private SiteCalendars(Map<String, String> names, Map<String, WorkCalendar> calendars) {
        this.names = names;
        this.calendars = calendars;
    }

    /** @param holidays public holidays (false) and make-up days (true) */
    public static SiteCalendars of(
            List<CalendarRule> rules, Map<LocalDate, Boolean> holidays, LocalDate from, LocalDate to) {
        Map<String, String> names = new LinkedHashMap<>();
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
            names.put(rule.id(), rule.name());
            made.put(rule.id(), WorkCalendar.of(rule.week(), days));
        }
        return new SiteCalendars(names, made);
    }

    private static boolean isFestival(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return !date.isBefore(EARLIEST_FESTIVAL) && !date.isAfter(LATEST_FESTIVAL);
    }

    public WorkCalendar get(String id) {
        WorkCalendar found = calendars.get(id);
        if (found == null) {
            throw new IllegalArgumentException("No calendar '" + id + "'");
        }
        return found;
    }

    /** @return what the calendar is called in a plan */
    public String name(String id) {
        return names.getOrDefault(id, id);
    }

    /** @return these calendars cut to the days between, and without the days on which work stops */
    public SiteCalendars with(LocalDate from, LocalDate to, BiPredicate<String, LocalDate> stopped) {
        Map<String, WorkCalendar> made = new LinkedHashMap<>();
        calendars.forEach((id, calendar) -> {
            Map<LocalDate, Boolean> days = new TreeMap<>(calendar.exceptions());
            days.keySet().removeIf(day -> day.isBefore(from) || day.isAfter(to));
            from.datesUntil(to.plusDays(1))
                    .filter(day -> stopped.test(id, day) && calendar.isWorking(day))
                    .forEach(day -> days.put(day, false));
            made.put(id, WorkCalendar.of(calendar.workingWeek(), days));
        });
        return new SiteCalendars(names, made);
    }
}
