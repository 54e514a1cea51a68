package city.renewal.consent.http;

import city.renewal.base.http.Frame;
import city.renewal.base.http.PageReader;
import city.renewal.consent.Ballots;
import city.renewal.consent.Choice;
import city.renewal.consent.ConsentItem;
import city.renewal.consent.ConsentWords;
import city.renewal.consent.Count;
import city.renewal.consent.Receipt;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says the parts of {@link VotePage} in a reader's words. */
final class VotePageParts {

    private final PageReader reader;
    private final ConsentWords words;
    private final ZoneId zone;

    VotePageParts(PageReader reader, ZoneId zone) {
        this.reader = reader;
        this.words = new ConsentWords(reader.formats());
        this.zone = zone;
    }

    VotePage.Receipt receipt(Receipt receipt, ConsentItem item) {
        return new VotePage.Receipt(
                reader.text("vote.stored.as", item.titles().in(reader.locale()), words.choice(receipt.choice())),
                ConsentWords.tag(receipt.tag()), reader.text("vote.receipt.help", receipt.number()));
    }

    /** @param count how the item ended, null while it is open */
    VotePage.Item item(Ballots.Paper paper, @Nullable Count count) {
        ConsentItem item = paper.item();
        String title = item.titles().in(reader.locale());
        List<Frame.Choice> choices = Arrays.stream(Choice.values())
                .map(choice -> new Frame.Choice(choice.name().toLowerCase(Locale.ROOT), words.choice(choice), false))
                .toList();
        return new VotePage.Item(item.id(), title,
                ConsentPageParts.picture(item),
                reader.text("vote.picture", title),
                item.explanations().in(reader.locale()).lines().filter(line -> !line.isBlank()).toList(),
                reader.formats().name(item.costShare()), reader.formats().name(item.legalBasis()), words.rule(item),
                count == null ? words.until(item) : words.ended(item, zone), voted(paper, count),
                paper.tag() == null ? null : ConsentWords.tag(paper.tag()),
                count == null ? null : new VotePage.Result(Boolean.TRUE.equals(item.passed()), words.verdict(item, count)),
                choices);
    }

    private @Nullable String voted(Ballots.Paper paper, @Nullable Count count) {
        if (paper.votedAt() == null) {
            return count == null ? null : reader.text("vote.missed");
        }
        return reader.text(count == null ? "vote.voted" : "vote.counted",
                reader.formats().moment(paper.votedAt(), zone));
    }
}
