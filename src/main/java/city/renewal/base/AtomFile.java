package city.renewal.base;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes feeds (RFC 4287). */
public final class AtomFile {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private AtomFile() {
    }

    /**
     * What is said of a feed.
     *
     * @param about     what it is about, for machines: the same whenever the feed is made
     * @param self      its own address
     * @param alternate of the page that says the same
     * @param author    who says it
     */
    public record Head(Locale language, String about, String title, OffsetDateTime updated, String self,
                       String alternate, String author) {
    }

    /** @param about what it tells of, for machines: the same whenever the feed is made, so that it is shown once */
    public record Entry(String about, String title, OffsetDateTime updated, String summary, String link) {
    }

    public static byte[] write(Head head, List<Entry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory()
                    .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", head.language().toLanguageTag());
            text(xml, "id", id(head.about()));
            text(xml, "title", head.title());
            text(xml, "updated", moment(head.updated()));
            link(xml, "self", head.self());
            link(xml, "alternate", head.alternate());
            xml.writeStartElement("author");
            text(xml, "name", head.author());
            xml.writeEndElement();
            for (Entry entry : entries) {
                xml.writeStartElement("entry");
                text(xml, "id", id(entry.about()));
                text(xml, "title", entry.title());
                text(xml, "updated", moment(entry.updated()));
                text(xml, "summary", entry.summary());
                link(xml, "alternate", entry.link());
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
    private static String id(String about) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("huanxin/" + about).getBytes(StandardCharsets.UTF_8));
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
