package city.renewal.base;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * A file for calendars (RFC 5545). An event keeps its id, so that a calendar which reads the file again moves what it
 * has. For one thread.
 */
public final class CalendarFile {

    private static final String PRODUCT = "-//Huanxin//renewal-console//ZH";
    private static final String AUTHORITY = "@huanxin";

    /** How soon programmes that follow the file should read it again: cuts may be moved on the same day. */
    private static final Duration REFRESHED = Duration.ofHours(1);
    /** How long an hour at which something is due is drawn, so that it can be read. */
    private static final Duration DRAWN = Duration.ofMinutes(30);
    private static final String LINE_END = "\r\n";
    private static final String FOLD = LINE_END + " ";
    /** Longest line in octets; the library counts characters, of which a Chinese one has three. */
    private static final int LONGEST_LINE = 75;

    private final Calendar calendar = new Calendar();

    /** @param name what a calendar programme calls it */
    public CalendarFile(String name) {
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new Name(name));
        // What programmes older than RFC 7986 read in the place of the name and of the time between two readings.
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESHED));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESHED.toString()));
    }

    /**
     * What an event says.
     *
     * @param id        unique among all of the program's events, and the same whenever the file is made
     * @param changedAt when it was last changed
     * @param about     more than the summary, or null
     * @param link      a page about it, or null
     */
    public record Event(String id, Instant changedAt, String summary, @Nullable String about, @Nullable String link) {
    }

    /** Adds an event of whole days, the last one inclusive, which takes up nobody's time. */
    public void add(Event event, LocalDate first, LocalDate last) {
        VEvent entry = entry(event);
        entry.add(new DtStart<>(wholeDay(), first));
        entry.add(new DtEnd<>(wholeDay(), last.plusDays(1)));
        entry.add(new Transp(ImmutableTransp.TRANSPARENT.getValue()));
        calendar.add(entry);
    }

    /** Adds an event at the hour at which something is due, which takes up nobody's time. */
    public void add(Event event, Instant due) {
        VEvent entry = entry(event);
        entry.add(new DtStart<>(due));
        entry.add(new DtEnd<>(due.plus(DRAWN)));
        entry.add(new Transp(ImmutableTransp.TRANSPARENT.getValue()));
        calendar.add(entry);
    }

    /** Adds an event of hours. One that was cancelled says so, so that calendars take it out. */
    public void add(Event event, Instant from, Instant to, boolean cancelled) {
        VEvent entry = entry(event);
        entry.add(new DtStart<>(from));
        entry.add(new DtEnd<>(to));
        if (cancelled) {
            entry.add(new Status(Status.VALUE_CANCELLED));
        }
        calendar.add(entry);
    }

    private static VEvent entry(Event event) {
        VEvent entry = new VEvent(false);
        entry.add(new Uid(event.id() + AUTHORITY));
        entry.add(new DtStamp(event.changedAt()));
        entry.add(new Summary(event.summary()));
        if (event.about() != null) {
            entry.add(new Description(event.about()));
        }
        if (event.link() != null) {
            entry.add(new Url(URI.create(event.link())));
        }
        return entry;
    }

    private static ParameterList wholeDay() {
        return new ParameterList(List.of(Value.DATE));
    }

    /** @return the file */
    public byte[] bytes() {
        StringWriter out = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return folded(out.toString().replace(FOLD, "")).getBytes(StandardCharsets.UTF_8);
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        for (String line : text.split(LINE_END)) {
            int octets = 0;
            for (int character : line.codePoints().toArray()) {
                String written = Character.toString(character);
                int more = written.getBytes(StandardCharsets.UTF_8).length;
                if (octets + more > LONGEST_LINE) {
                    folded.append(FOLD);
                    octets = 1;
                }
                folded.append(written);
                octets += more;
            }
            folded.append(LINE_END);
        }
        return folded.toString();
    }
}
