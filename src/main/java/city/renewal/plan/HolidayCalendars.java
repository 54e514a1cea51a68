package city.renewal.plan;

import city.renewal.base.Words;
import city.renewal.schedule.WorkCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Public holidays and the calendars built on them, read once from {@code config/calendars/cn.yaml}. Immutable.
 *
 * <p>Years that the file does not have follow the week alone.
 */
public final class HolidayCalendars {

    private static final String PACKED = "config/calendars/cn.yaml";

    private final List<Year> years;
    private final Map<String, Pattern> patterns;

    HolidayCalendars(List<Year> years, Map<String, Pattern> patterns) {
        this.years = List.copyOf(years);
        this.patterns = patterns;
    }

    /**
     * The days off of one year.
     *
     * @param year      such as 2026
     * @param projected whether the official notice was not out, so that only the dates fixed by law are listed
     * @param source    the notice or regulation they come from, in Chinese
     * @param holidays  in order
     */
    public record Year(int year, boolean projected, String source, List<Holiday> holidays) {
    }

    /**
     * One holiday of one year.
     *
     * @param id     the same every year, such as {@code spring-festival}
     * @param name   what people call it
     * @param from   first day off
     * @param to     last day off, inclusive
     * @param makeUp weekend days worked to make up for it
     */
    public record Holiday(String id, Words name, LocalDate from, LocalDate to, List<LocalDate> makeUp) {

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * How a calendar is made of weeks and holidays.
     *
     * @param id         stable, such as {@code site}
     * @param name       what people call it
     * @param week       days worked in an ordinary week
     * @param keeps      ids of the holidays kept, null for all of them
     * @param makeUpDays whether make-up days are worked
     */
    public record Pattern(String id, Words name, Set<DayOfWeek> week, @Nullable Set<String> keeps, boolean makeUpDays) {

        boolean keeps(Holiday holiday) {
            return keeps == null || keeps.contains(holiday.id());
        }
    }

    /** Reads the file packed into the program. */
    public static HolidayCalendars packed() {
        try (InputStream file = HolidayCalendars.class.getClassLoader().getResourceAsStream(PACKED)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + PACKED + " in the program");
            }
            return read(file, PACKED);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * @throws IllegalArgumentException in one line, what is wrong with the file and where
     * @throws UncheckedIOException     when it cannot be opened
     */
    public static HolidayCalendars read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return read(content, file.getFileName().toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * @param file  YAML in UTF-8, left open
     * @param label what messages call the file
     * @throws IllegalArgumentException in one line, what is wrong with the file and where
     */
    public static HolidayCalendars read(InputStream file, String label) {
        return new HolidayFile(label).read(file);
    }

    /** @return the years listed, in order */
    public List<Year> years() {
        return years;
    }

    /** @return the calendars that can be built, in the order of the file */
    public List<Pattern> patterns() {
        return List.copyOf(patterns.values());
    }

    /** @return the public holiday of that day, kept by a calendar or not */
    public Optional<Holiday> on(LocalDate day) {
        return years.stream().flatMap(year -> year.holidays().stream()).filter(each -> each.contains(day)).findFirst();
    }

    /** @return whether the days off of that year are official; false for projected and for unlisted years */
    public boolean isPublished(int year) {
        return years.stream().anyMatch(each -> each.year() == year && !each.projected());
    }

    /**
     * @param pattern id of one of the {@link #patterns()}
     * @throws IllegalArgumentException when there is no such calendar
     */
    public WorkCalendar calendar(String pattern) {
        Pattern made = patterns.get(pattern);
        if (made == null) {
            throw new IllegalArgumentException("No calendar '" + pattern + "', only " + patterns.keySet());
        }
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        for (Year year : years) {
            for (Holiday holiday : year.holidays()) {
                if (made.keeps(holiday)) {
                    holiday.from().datesUntil(holiday.to().plusDays(1)).forEach(day -> exceptions.put(day, false));
                    if (made.makeUpDays()) {
                        holiday.makeUp().forEach(day -> exceptions.put(day, true));
                    }
                }
            }
        }
        return WorkCalendar.of(made.week(), exceptions);
    }
}
