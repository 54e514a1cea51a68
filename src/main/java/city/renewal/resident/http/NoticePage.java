package city.renewal.resident.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the notice page says, in its reader's words; the template lays it out and nothing else. Public because templates
 * are classes of a package of their own.
 *
 * @param language  tag of the page's language
 * @param style     the style sheet
 * @param notes     what is to be read before all else, such as that the works are over
 * @param done      thousandths done, {@code due} thousandths promised for today
 * @param facts     promised, now, why
 * @param promises  every promise that was made, null before the first
 * @param contacts  whom to turn to, first the one to try first
 * @param after    what comes after the works, null before
 * @param cuts     notices of cuts, noise and closed ways that hold here
 * @param items    what is not finished, and beside it what is, which may be folded away
 * @param buildings links to the buildings, or to the stairwells of this one
 */
public record NoticePage(
        String language,
        boolean large,
        String style,
        Labels labels,
        String title,
        @Nullable String banner,
        List<String> notes,
        String where,
        String stage,
        String state,
        int done,
        int due,
        String progress,
        String evidence,
        List<Fact> facts,
        @Nullable Promises promises,
        List<Contact> contacts,
        @Nullable After after,
        List<Cut> cuts,
        List<Week> weeks,
        @Nullable Chart chart,
        List<Item> items,
        List<Item> finished,
        @Nullable String more,
        @Nullable Photo photo,
        List<Link> buildings,
        List<Link> links,
        List<Link> switches,
        String asOf) {

    public NoticePage {
        notes = List.copyOf(notes);
        facts = List.copyOf(facts);
        contacts = List.copyOf(contacts);
        cuts = List.copyOf(cuts);
        weeks = List.copyOf(weeks);
        items = List.copyOf(items);
        finished = List.copyOf(finished);
        buildings = List.copyOf(buildings);
        links = List.copyOf(links);
        switches = List.copyOf(switches);
    }

    /** Headings and other words that are the same on every page. */
    public record Labels(
            String brand,
            String who,
            String door,
            String noWork,
            String timeline,
            String key,
            String finished,
            String reports,
            String photo,
            String buildings,
            String more,
            String nothingKept) {
    }

    public record Link(String address, String text, @Nullable String language) {
    }

    /** @param address leads to what is behind the value, or null */
    public record Fact(String term, String value, boolean late, @Nullable String address, List<String> more) {
    }

    /** @param id what leads to it within the page */
    public record Promises(String id, String heading, List<Promise> promises, String note) {
    }

    /** @param reason why it was made anew, null for the first */
    public record Promise(String when, String finish, @Nullable String reason) {
    }

    /** @param dial what the telephone dials, null where there is no number */
    public record Contact(String role, String name, @Nullable String phone, @Nullable String dial) {
    }

    /**
     * What comes after the works.
     *
     * @param lines when it was accepted, to whom it was handed over
     * @param papers what officers opened to residents
     * @param hint  what to do when something is wrong
     */
    public record After(String heading, List<String> lines, List<Paper> papers, List<Care> cares, String repairs,
                        String hint) {
    }

    public record Paper(String address, String title, String about) {
    }

    /** @param over whether the warranty is over */
    public record Care(String work, String until, boolean over, Contact contact) {
    }

    /**
     * A notice.
     *
     * @param state {@code coming}, {@code valid} or {@code cancelled}
     * @param word  the same in words
     * @param more  where, why, and what was changed
     */
    public record Cut(String state, String word, String name, String when, List<String> more, Contact contact) {
    }

    public record Week(String heading, List<Work> works, @Nullable String more) {
    }

    /** @param where null where it needs no saying */
    public record Work(String name, String days, @Nullable String where) {
    }

    /** @param kind {@code done}, {@code begun} or {@code ahead} */
    public record Item(String kind, String name, String when, @Nullable String late, @Nullable String address) {
    }

    /** @param text what the picture shows, for those who do not see it */
    public record Photo(String address, String whole, String text) {
    }

    /**
     * The timeline in units of its view box.
     *
     * @param size  of letters
     * @param head  where the bars begin, below the months
     * @param today where today is, null outside
     */
    public record Chart(int width, int height, int size, int head, String text, @Nullable Integer today, List<Month> months,
                        List<Bar> bars) {
    }

    public record Month(int x, String name) {
    }

    /**
     * @param nameY    where the name stands
     * @param promised where the promise was, 0 wide for none
     */
    public record Bar(int nameY, String name, boolean group, int x, int y, int width, int done, int promisedX, int promised,
                      boolean milestone) {
    }
}
