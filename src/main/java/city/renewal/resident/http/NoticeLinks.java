package city.renewal.resident.http;

import city.renewal.base.Messages;
import city.renewal.base.http.PublicPages;
import city.renewal.resident.ResidentPage;
import city.renewal.resident.ResidentPlace;
import city.renewal.resident.ResidentWords;
import city.renewal.resident.http.NoticeAddress.Form;
import city.renewal.resident.http.NoticePage.Link;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where a notice page leads: to other doors, to what can be taken along, and to itself in another language or size. */
final class NoticeLinks {

    private final ResidentPage page;
    private final NoticeAddress address;
    private final @Nullable ResidentPlace place;
    private final ResidentWords words;

    /** @param place the building that the address names, or null */
    NoticeLinks(ResidentPage page, NoticeAddress address, @Nullable ResidentPlace place, ResidentWords words) {
        this.page = page;
        this.address = address;
        this.place = place;
        this.words = words;
    }

    /** @return to the buildings, or to the stairwells of this one */
    List<Link> doors() {
        if (place == null) {
            return page.places().values().stream()
                    .filter(ResidentPlace::building)
                    .sorted(Comparator.comparing(ResidentPlace::id))
                    .map(each -> new Link(address.at(each.code(), null).link(), words.words(each.name()), null))
                    .toList();
        }
        List<Link> doors = new ArrayList<>();
        IntStream.rangeClosed(1, place.stairwells() == null ? 0 : place.stairwells())
                .mapToObj(door -> new Link(address.at(place.code(), door).link(),
                        words.text("notice-page.door-number", door), null))
                .forEach(doors::add);
        doors.add(new Link(address.ofProject().link(), words.text("notice-page.whole"), null));
        return doors;
    }

    List<Link> further() {
        NoticeAddress poster = address.as(Form.POSTER);
        List<Link> links = new ArrayList<>();
        if (page.visits()) {
            links.add(link("/visit/" + page.project().code(), "visit.title"));
        }
        if (page.asks()) {
            links.add(link("/consent/" + page.project().code(), "notice-page.votes"));
        }
        links.addAll(List.of(
                link(report(), "notice-page.report"),
                link("/subscribe" + address.as(Form.PAGE).path().substring(NoticeAddress.ROOT.length()),
                        "notice-page.subscribe"),
                new Link(address.as(Form.CALENDAR).link(), words.text("notice-page.calendar"), null),
                new Link(address.as(Form.FEED).link(), words.text("notice-page.feed"), null),
                new Link(poster.link(), words.text("notice-page.poster.a4"), null),
                new Link(poster.on(true).link(), words.text("notice-page.poster.a3"), null),
                new Link(address.as(Form.POSTERS).link(), words.text("notice-page.posters"), null),
                link("/project/" + page.project().code(), "notice-page.whole-page"),
                link(PublicPages.PROJECTS, "notice-page.projects")));
        return links;
    }

    /** The form knows from its address which door it is about. */
    private String report() {
        return "/report?project=" + page.project().code()
                + (place == null ? "" : "&building=" + URLEncoder.encode(place.code(), StandardCharsets.UTF_8))
                + (address.stairwell() == null ? "" : "&stairwell=" + address.stairwell());
    }

    private Link link(String path, String key) {
        return new Link(address.chosen(path), words.text(key), null);
    }

    List<Link> switches() {
        Locale other = Messages.LOCALES.stream()
                .filter(each -> !each.equals(words.language())).findFirst().orElseThrow();
        return List.of(
                new Link(address.sized(!address.large()).link(),
                        words.text(address.large() ? "nav.elder.off" : "nav.elder.on"), null),
                new Link(address.in(other).link(), words.text("nav.other-language"), other.toLanguageTag()));
    }
}
