package city.renewal.plan;

import city.renewal.base.Words;
import city.renewal.plan.HolidayCalendars.Holiday;
import city.renewal.plan.HolidayCalendars.Pattern;
import city.renewal.plan.HolidayCalendars.Year;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a file of holidays and calendars, and says in one line what is wrong with it. */
final class HolidayFile {

    private final String label;
    private final Map<String, Words> names = new LinkedHashMap<>();
    private final Map<LocalDate, String> taken = new HashMap<>();

    HolidayFile(String label) {
        this.label = label;
    }

    HolidayCalendars read(InputStream file) {
        Map<?, ?> root = map(load(file), "the file");
        map(root.get("holidays"), "holidays")
                .forEach((id, name) -> names.put(id.toString(), words(name, "holiday " + id)));
        Map<Integer, Year> years = new TreeMap<>();
        map(root.get("years"), "years").forEach((year, entry) -> {
            if (!(year instanceof Integer number)) {
                throw wrong("years", "'" + year + "' is not a year");
            }
            years.put(number, year(number, map(entry, year.toString())));
        });
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        map(root.get("calendars"), "calendars").forEach((id, entry) ->
                patterns.put(id.toString(), pattern(id.toString(), map(entry, "calendar " + id))));
        return new HolidayCalendars(List.copyOf(years.values()), patterns);
    }

    private Object load(InputStream file) {
        try {
            Object root = new Load(LoadSettings.builder().setLabel(label).build()).loadFromInputStream(file);
            if (root == null) {
                throw wrong("the file", "is empty");
            }
            return root;
        } catch (MarkedYamlEngineException unreadable) {
            String where = unreadable.getProblemMark()
                    .map(mark -> "line " + (mark.getLine() + 1)).orElse("the file");
            throw wrong(where, unreadable.getProblem());
        } catch (YamlEngineException unreadable) {
            throw wrong("the file", "is no YAML in UTF-8");
        }
    }

    private Year year(int year, Map<?, ?> entry) {
        String place = String.valueOf(year);
        List<Holiday> holidays = new ArrayList<>();
        for (Object each : list(entry.get("days-off"), place + ", days-off")) {
            holidays.add(holiday(year, map(each, place + ", days-off")));
        }
        boolean projected = entry.get("projected") != null && flag(entry, "projected", place);
        return new Year(year, projected, text(entry, "source", place), List.copyOf(holidays));
    }

    private Holiday holiday(int year, Map<?, ?> entry) {
        String id = text(entry, "holiday", String.valueOf(year));
        String place = year + ", " + id;
        Words name = names.get(id);
        if (name == null) {
            throw wrong(place, "is not among the holidays, which are " + names.keySet());
        }
        LocalDate from = date(text(entry, "from", place), year, place);
        LocalDate to = date(text(entry, "to", place), year, place);
        if (to.isBefore(from)) {
            throw wrong(place, "ends on " + to + " before it begins on " + from);
        }
        List<LocalDate> makeUp = new ArrayList<>();
        if (entry.get("make-up") != null) {
            for (Object day : list(entry.get("make-up"), place + ", make-up")) {
                makeUp.add(date(String.valueOf(day), year, place));
            }
        }
        from.datesUntil(to.plusDays(1)).forEach(day -> take(day, place));
        makeUp.forEach(day -> take(day, place));
        return new Holiday(id, name, from, to, List.copyOf(makeUp));
    }

    private void take(LocalDate day, String place) {
        String other = taken.putIfAbsent(day, place);
        if (other != null) {
            throw wrong(place, day + " is listed before, with " + other);
        }
    }

    private Pattern pattern(String id, Map<?, ?> entry) {
        String place = "calendar " + id;
        Set<DayOfWeek> week = EnumSet.noneOf(DayOfWeek.class);
        for (Object day : list(entry.get("week"), place + ", week")) {
            week.add(weekday(String.valueOf(day), place));
        }
        if (week.isEmpty()) {
            throw wrong(place, "has a week without a working day");
        }
        return new Pattern(id, words(entry, place), week, keeps(entry.get("keeps"), place),
                flag(entry, "make-up-days", place));
    }

    private @Nullable Set<String> keeps(@Nullable Object entry, String place) {
        if ("all".equals(entry)) {
            return null;
        }
        Set<String> ids = new LinkedHashSet<>();
        for (Object id : list(entry, place + ", keeps")) {
            if (!names.containsKey(String.valueOf(id))) {
                throw wrong(place, "keeps '" + id + "', which is not among the holidays");
            }
            ids.add(String.valueOf(id));
        }
        return ids;
    }

    private DayOfWeek weekday(String name, String place) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst().orElseThrow(() -> wrong(place, "'" + name + "' is no day of the week"));
    }

    private LocalDate date(String written, int year, String place) {
        try {
            LocalDate date = LocalDate.parse(written);
            if (Math.abs(date.getYear() - year) > 1) {
                throw wrong(place, written + " does not belong to the year");
            }
            return date;
        } catch (DateTimeParseException unreadable) {
            throw wrong(place, "'" + written + "' is not a date such as " + year + "-10-01");
        }
    }

    private Words words(@Nullable Object entry, String place) {
        Map<?, ?> named = map(entry, place);
        return new Words(text(named, "zh", place), text(named, "en", place));
    }

    private String text(Map<?, ?> entry, String key, String place) {
        Object found = entry.get(key);
        if (found == null || found.toString().isBlank()) {
            throw wrong(place, "lacks '" + key + "'");
        }
        return found.toString();
    }

    private boolean flag(Map<?, ?> entry, String key, String place) {
        if (entry.get(key) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(place, "'" + key + "' must be true or false");
    }

    private Map<?, ?> map(@Nullable Object entry, String place) {
        if (entry instanceof Map<?, ?> found) {
            return found;
        }
        throw wrong(place, "must be a list of names with values");
    }

    private List<?> list(@Nullable Object entry, String place) {
        if (entry instanceof List<?> found) {
            return found;
        }
        throw wrong(place, "must be a list");
    }

    private IllegalArgumentException wrong(String place, String what) {
        return new IllegalArgumentException(label + ": " + place + ": " + what);
    }
}
