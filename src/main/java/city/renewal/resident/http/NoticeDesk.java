package city.renewal.resident.http;

import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.base.Sha256;
import city.renewal.project.Kinds;
import city.renewal.resident.ResidentPage;
import city.renewal.resident.ResidentPages;
import city.renewal.resident.ResidentPlace;
import city.renewal.resident.ResidentWords;
import city.renewal.resident.http.NoticeAddress.Form;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes what is served under {@code /n}. Safe for use by many threads. */
final class NoticeDesk {

    private static final String INSTEAD = "notice/instead.jte";

    static final String HTML = "text/html;charset=utf-8";

    /** Of projects that were read: what all their doors are made of. */
    private static final long READ_BYTES = 32L << 20;
    private static final int TASK_BYTES = 700;
    private static final int PAGE_BYTES = 20_000;

    private final ResidentPages pages;
    private final NoticeShelf<Read, ReadPage> read;
    private final Messages messages;
    private final Kinds kinds;
    private final Clock clock;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final String style = packed("residents.css");
    private final String policy = "default-src 'none'; img-src 'self'; style-src 'sha256-" + hash(style)
            + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    NoticeDesk(ResidentPages pages, Messages messages, Kinds kinds, ChangeFeed feed, Clock clock) {
        this.pages = pages;
        this.read = new NoticeShelf<>(feed, clock, READ_BYTES, Duration.ZERO);
        this.messages = messages;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** What is read of a project. */
    private record Read(String code, int reports, LocalDate day) {
    }

    private record ReadPage(ResidentPage page) implements NoticeShelf.Thing {

        @Override
        public long projectId() {
            return page.project().id();
        }

        @Override
        public Instant until() {
            return page.notices().holdsUntil().toInstant();
        }

        @Override
        public int size() {
            return PAGE_BYTES + (page.plan() == null ? 0 : page.plan().tasks().size() * TASK_BYTES);
        }
    }

    /** @return what the browser may load for our pages: pictures of this server, and the one style sheet in the page */
    String policy() {
        return policy;
    }

    /** @return empty when no such project is open to the public, or it has no such building or stairwell */
    Optional<Served> make(NoticeAddress address, Locale language, String base) {
        int reports = address.form() == Form.FEED ? NoticeFeed.REPORTS : 0;
        return read.get(new Read(address.code(), reports, LocalDate.now(clock)),
                        () -> pages.page(address.code(), false, reports).map(ReadPage::new))
                .map(ReadPage::page)
                .filter(page -> address.building() == null || door(page, address).isPresent())
                .map(page -> make(page, address, words(page, language), base));
    }

    private Served make(ResidentPage page, NoticeAddress address, ResidentWords words, String base) {
        ResidentPlace place = door(page, address).orElse(null);
        long project = page.project().id();
        Instant until = page.notices().holdsUntil().toInstant();
        return switch (address.form()) {
            case PAGE -> Served.text(project, until, HTML, html("notice/page.jte",
                    new NoticeContent(page, address, place, words, style).write()).getBytes(StandardCharsets.UTF_8));
            case CALENDAR -> Served.text(project, until, "text/calendar;charset=utf-8",
                    new NoticeCalendar(page, address, place, words, base).write());
            case FEED -> Served.text(project, until, "application/atom+xml;charset=utf-8",
                    new NoticeFeed(page, address, place, words, base).write());
            case POSTER -> Served.file(project, until, "application/pdf",
                    Poster.draw(List.of(new PosterContent(page, address, place, words, base))));
            case POSTERS -> Served.file(project, until, "application/pdf", Poster.draw(doors(page, address)
                    .map(door -> new PosterContent(page, door, door(page, door).orElse(null), words, base)).toList()));
        };
    }

    /** @return the stairwells of the building or of all buildings; a building without any, or the project, itself */
    private static Stream<NoticeAddress> doors(ResidentPage page, NoticeAddress address) {
        if (address.stairwell() != null) {
            return Stream.of(address);
        }
        List<ResidentPlace> buildings = page.places().values().stream()
                .filter(place -> place.building() && (address.building() == null || place.code().equals(address.building())))
                .sorted(Comparator.comparing(ResidentPlace::id)).toList();
        return buildings.isEmpty() ? Stream.of(address) : buildings.stream().flatMap(building ->
                building.stairwells() == null || building.stairwells() == 0
                        ? Stream.of(address.at(building.code(), null))
                        : IntStream.rangeClosed(1, building.stairwells())
                                .mapToObj(door -> address.at(building.code(), door)));
    }

    private static Optional<ResidentPlace> door(ResidentPage page, NoticeAddress address) {
        return Optional.ofNullable(address.building()).flatMap(building -> page.door(building, address.stairwell()));
    }

    private ResidentWords words(ResidentPage page, Locale language) {
        return ResidentWords.in(language, messages, kinds, page.today(), clock.getZone());
    }

    /** @return the page that says that there is none, and where to go on */
    String unknown(Locale language) {
        return html(INSTEAD, InsteadOfNotice.unknown(language, messages, style));
    }

    /** @return the page that says that too many wait for their poster */
    String busy(NoticeAddress address, Locale language) {
        return html(INSTEAD, InsteadOfNotice.busy(address, language, messages, style));
    }

    private String html(String template, Object model) {
        StringOutput html = new StringOutput();
        templates.render(template, model, html);
        return html.toString();
    }

    private static String packed(String file) {
        try (InputStream content = NoticeDesk.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(content, file).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String hash(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text));
    }
}
