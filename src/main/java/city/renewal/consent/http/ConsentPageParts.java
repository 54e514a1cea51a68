package city.renewal.consent.http;

import city.renewal.base.http.PageReader;
import city.renewal.consent.ConsentItem;
import city.renewal.consent.ConsentWords;
import city.renewal.consent.Consents;
import city.renewal.consent.Count;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says the parts of {@link ConsentPage} in a reader's words. */
final class ConsentPageParts {

    private static final int WHOLE = 1_000;

    private final PageReader reader;
    private final ConsentWords words;
    private final ZoneId zone;

    ConsentPageParts(PageReader reader, ZoneId zone) {
        this.reader = reader;
        this.words = new ConsentWords(reader.formats());
        this.zone = zone;
    }

    ConsentPage.Open open(ConsentItem item) {
        String title = item.titles().in(reader.locale());
        return new ConsentPage.Open(title, picture(item), reader.text("vote.picture", title), about(item),
                reader.formats().name(item.costShare()), reader.formats().name(item.legalBasis()), words.rule(item),
                words.until(item));
    }

    /** @return address of the picture, or null */
    static @Nullable String picture(ConsentItem item) {
        return item.picture() == null ? null : "/consent/picture/" + item.picture() + ".jpg";
    }

    private List<String> about(ConsentItem item) {
        return item.explanations().in(reader.locale()).lines().filter(line -> !line.isBlank()).toList();
    }

    ConsentPage.Closed closed(ConsentItem item, Count count) {
        return new ConsentPage.Closed(item.id(), item.titles().in(reader.locale()),
                Boolean.TRUE.equals(item.passed()), words.verdict(item, count), words.ended(item, zone), words.rule(item),
                words.conditions(item, count).stream().map(ConsentPageParts::condition).toList(),
                words.choices(count));
    }

    private static ConsentPage.Condition condition(ConsentWords.Condition condition) {
        return new ConsentPage.Condition(condition.name(), (int) (condition.share() * WHOLE),
                (int) (condition.needed() * WHOLE), condition.amounts(), condition.met(), condition.judged());
    }

    List<ConsentPage.Building> ledger(List<Consents.Dropped> dropped) {
        Map<String, List<String>> buildings = dropped.stream().collect(Collectors.groupingBy(
                each -> each.building().in(reader.locale()), LinkedHashMap::new,
                Collectors.mapping(this::line, Collectors.toList())));
        return buildings.entrySet().stream()
                .map(each -> new ConsentPage.Building(each.getKey(), each.getValue())).toList();
    }

    private String line(Consents.Dropped dropped) {
        return reader.text("consent.page.dropped", dropped.item().titles().in(reader.locale()),
                words.ended(dropped.item(), zone), words.verdict(dropped.item(), dropped.count()));
    }
}
