package city.renewal.resident.http;

import city.renewal.base.AtomFile;
import city.renewal.resident.ResidentChange;
import city.renewal.resident.ResidentPage;
import city.renewal.resident.ResidentPlace;
import city.renewal.resident.ResidentWords;
import city.renewal.resident.http.NoticeAddress.Form;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a project as an Atom feed (RFC 4287): notices, confirmed work, promises made anew, reasons for delays and
 * pauses; for a door without the work on other buildings.
 */
final class NoticeFeed {

    /** Confirmed reports that it goes back. */
    static final int REPORTS = 50;

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
        List<ResidentChange> changes = ResidentChange.of(page, place, address.stairwell(), words);
        String door = Objects.requireNonNullElse(address.building(), "") + "/"
                + Objects.requireNonNullElse(address.stairwell(), "");
        String ownPage = base + address.as(Form.PAGE).link();
        return AtomFile.write(new AtomFile.Head(words.language(), about(door),
                        words.text("notice-page.event", words.words(page.name()), words.text("notice-page.changes")),
                        changes.isEmpty() ? page.project().createdAt() : changes.getFirst().at(), base + address.link(),
                        ownPage, words.text("brand.name")),
                changes.stream().map(each -> new AtomFile.Entry(about(each.about()), each.title(), each.at(),
                        each.text(), each.link() == null ? ownPage : base + each.link())).toList());
    }

    private String about(String what) {
        return page.project().code() + "/" + what;
    }
}
