package city.renewal.consent.http;

import city.renewal.base.http.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a household sees: first the field for its code, then its items. Public because templates are classes of a package
 * of their own.
 *
 * @param refused   why something was not done, or null
 * @param action    where forms go
 * @param code      as it was typed or, once it was taken, as it is sent on
 * @param open      items that take votes, for those who have not shown a code yet
 * @param household who votes, or null before the code was taken
 * @param receipt   of the vote just stored, or null
 * @param results   address at which everybody reads how votes ended
 * @param visit     address at which the household books appointments
 * @param script    takes the code out of the letter's address; null once it was taken
 */
public record VotePage(Frame frame, @Nullable String refused, String action, String code, List<Open> open,
                       @Nullable String household, @Nullable Receipt receipt, List<Item> items,
                       String results, String visit, @Nullable String script) {

    public record Open(String title, String until) {
    }

    public record Receipt(String vote, String tag, String help) {
    }

    /**
     * @param picture address of its picture, or null
     * @param about   paragraphs
     * @param until   until when votes are, or were, taken
     * @param voted   when this household voted or that it did not, or null while it may
     * @param tag     of the receipt, where it voted
     * @param result  how it ended, or null before
     */
    public record Item(long id, String title, @Nullable String picture, String pictureText, List<String> about,
                       String cost, String basis, String rule, String until, @Nullable String voted,
                       @Nullable String tag, @Nullable Result result, List<Frame.Choice> choices) {
    }

    public record Result(boolean passed, String verdict) {
    }
}
