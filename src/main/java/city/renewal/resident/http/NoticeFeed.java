package city.renewal.resident.http;

import city.renewal.resident.ResidentChange;
import city.renewal.resident.ResidentPage;
import city.renewal.resident.ResidentPlace;
import city.renewal.resident.ResidentWords;
import city.renewal.resident.http.NoticeAddress.Form;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a project as an Atom feed (RFC 4287): notices, confirmed work, promises made anew, reasons for delays and
 * pauses; for a door without the work on other buildings. An entry's id is made from what it tells of, so that a reader
 * shows it once.
 */
final class NoticeFeed {

    /** Confirmed reports that it goes back. */
    static final int REPORTS = 50;

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final ResidentPage page;
    private final NoticeAddress address;
    private final @Nullable ResidentPlace place;
    private final ResidentWords words;
    private final String base;

    /** @param base where residents reach the program, without a slash at its end */
    NoticeFeed(ResidentPage page, NoticeAddress address, @Nullable ResidentPlace place, ResidentWords words, String base) {
        this.page = page;
        this.address = address;
        this.place = place;
        this.words = words;
        this.base = base;
    }

    byte[] write() {
        List<ResidentChange> entries = ResidentChange.of(page, place, address.stairwell(), words);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory()
                    .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", words.language().toLanguageTag());
            text(xml, "id", id(""));
            text(xml, "title", words.text("notice-page.event", words.words(page.name()),
                    words.text("notice-page.changes")));
            text(xml, "updated", moment(entries.isEmpty() ? page.project().createdAt() : entries.getFirst().at()));
            link(xml, "self", base + address.link());
            link(xml, "alternate", base + address.as(Form.PAGE).link());
            xml.writeStartElement("author");
            text(xml, "name", words.text("brand.name"));
            xml.writeEndElement();
            for (ResidentChange entry : entries) {
                xml.writeStartElement("entry");
                text(xml, "id", id(entry.about()));
                text(xml, "title", entry.title());
                text(xml, "updated", moment(entry.at()));
                text(xml, "summary", entry.text());
                link(xml, "alternate", base + (entry.link() == null ? address.as(Form.PAGE).link() : entry.link()));
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A name-based UUID: no part of it depends on the server's address, which may change. */
    private String id(String about) {
        String door = Objects.requireNonNullElse(address.building(), "") + "/"
                + Objects.requireNonNullElse(address.stairwell(), "");
        String name = "huanxin/" + page.project().code() + "/" + (about.isEmpty() ? door : about);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String moment(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text.replaceAll("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF&&[^\n\t]]", " "));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", address);
    }
}
