package city.renewal.base;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
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

    private final Calendar calendar = new Calendar();

    /** @param name what a calendar programme calls it */
    public CalendarFile(String name) {
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new Name(name));
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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
