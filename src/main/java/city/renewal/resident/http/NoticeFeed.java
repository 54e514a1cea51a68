package city.renewal.resident.http;

import city.renewal.base.Words;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeWords;
import city.renewal.plan.DelayReason;
import city.renewal.plan.PlanSnapshot;
import city.renewal.resident.Evidence;
import city.renewal.resident.PlanAdjustment;
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
import java.util.ArrayList;
import java.util.Comparator;
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

    /** @param about what is told of, unique in the project */
    private record Entry(String about, OffsetDateTime at, String title, String text, String link) {
    }

    byte[] write() {
        List<Entry> entries = entries();
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
            for (Entry entry : entries) {
                xml.writeStartElement("entry");
                text(xml, "id", id(entry.about()));
                text(xml, "title", entry.title());
                text(xml, "updated", moment(entry.at()));
                text(xml, "summary", entry.text());
                link(xml, "alternate", base + entry.link());
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

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        page.evidence().reports().stream().filter(this::concerns).map(this::confirmed).forEach(entries::add);
        page.adjustments().stream().map(this::adjusted).forEach(entries::add);
        DelayReason reason = page.plan() == null ? null : page.plan().delayReason();
        if (reason != null) {
            entries.add(new Entry("delay/" + reason.givenAt().toInstant(), reason.givenAt(),
                    words.text("notice-page.changes.delay"),
                    words.words(new Words(reason.words(), reason.wordsEn())), project()));
        }
        page.pause().ifPresent(said -> entries.add(new Entry("pause/" + said.givenAt().toInstant(), said.givenAt(),
                words.text("notice-page.changes.pause"), words.text("pause." + said.reason().id()), project())));
        NoticeContent.notices(page, place, address.stairwell()).stream().map(this::notice).forEach(entries::add);
        entries.sort(Comparator.comparing((Entry entry) -> entry.at().toInstant()).reversed()
                .thenComparing(Entry::about));
        return entries;
    }

    /** A changed notice is told again, under an id of its own. */
    private Entry notice(Notice notice) {
        NoticeWords said = new NoticeWords(words.formats(), words.zone());
        return new Entry("notice/" + notice.id() + "/" + notice.revision(), notice.changedAt(),
                said.kind(notice) + " " + said.when(notice.span())
                        + (notice.cancelled() ? " " + said.state(notice, page.notices().asOf()) : ""),
                words.words(notice.reason()) + " " + words.name(notice.contact()) + " " + notice.phone(),
                address.as(Form.PAGE).link());
    }

    private boolean concerns(Evidence report) {
        PlanSnapshot plan = page.plan();
        ResidentPlace at = plan == null ? null : plan.task(report.taskId()).map(task -> task.input().placeId())
                .map(page.places()::get).orElse(null);
        return place == null || at == null || at.covers(place);
    }

    private Entry confirmed(Evidence report) {
        return new Entry("report/" + report.reportId(), report.confirmedAt(),
                words.text("notice-page.changes.confirmed", words.words(report.task()),
                        words.quantity(report.quantity(), report.unit())),
                words.text("notice-page.changes.confirmed.text", words.formats().date(report.reportOn()), words.sum(report)),
                project() + "/evidence?task=" + report.taskId());
    }

    private Entry adjusted(PlanAdjustment adjustment) {
        return new Entry("promise/" + adjustment.number(), adjustment.takenAt(),
                words.text("notice-page.changes.promise", words.date(adjustment.finishOn())),
                adjustment.reason() == null ? words.text("resident.adjustments.no-reason")
                        : words.words(adjustment.reason()), project());
    }

    private String project() {
        return "/project/" + page.project().code();
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
