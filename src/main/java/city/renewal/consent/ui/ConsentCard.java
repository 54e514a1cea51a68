package city.renewal.consent.ui;

import city.renewal.base.Formats;
import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.consent.ConsentItem;
import city.renewal.consent.ConsentWords;
import city.renewal.consent.Consents;
import city.renewal.consent.Count;
import city.renewal.consent.ItemState;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The votes of a project as residents read them: what is asked now, how it ended, and what was not adopted where. */
public final class ConsentCard extends Section {

    private final transient ConsentWords words;
    private final transient Formats formats;
    private final ZoneId zone;

    /**
     * @param items   what is or was open
     * @param results of closed items, by item
     * @param dropped the ledger
     * @param code    of the project
     * @param today   on which votes are taken or not
     * @param zone    of the console
     */
    public ConsentCard(List<ConsentItem> items, Map<Long, Count> results, List<Consents.Dropped> dropped,
                       String code, LocalDate today, ZoneId zone, Formats formats) {
        this.formats = formats;
        this.zone = zone;
        words = new ConsentWords(formats);
        setId("consent");
        addClassNames("card", "consent-card");
        add(new H2(getTranslation("consent.card.title")));
        boolean open = items.stream().anyMatch(item -> item.takesVotesOn(today));
        items.stream().filter(item -> item.takesVotesOn(today)).forEach(item -> add(running(item)));
        if (open) {
            Anchor vote = new Anchor("/vote/" + code, getTranslation("consent.card.vote"));
            vote.setRouterIgnore(true);
            vote.addClassName("consent-vote");
            add(vote);
        }
        items.stream().filter(item -> item.state() == ItemState.CLOSED).toList().reversed()
                .forEach(item -> add(closed(item, results.get(item.id()))));
        if (!dropped.isEmpty()) {
            add(ledger(dropped));
        }
        Anchor page = new Anchor("/consent/" + code, getTranslation("consent.card.page"));
        page.setRouterIgnore(true);
        Anchor record = new Anchor("/consent/" + code + "/record.jsonl", getTranslation("consent.card.record"));
        record.setRouterIgnore(true);
        record.getElement().setAttribute("download", true);
        add(new Div(page), new Div(record));
    }

    private Div running(ConsentItem item) {
        Div shown = new Div(new H3(item.titles().in(getLocale())),
                new Paragraph(item.explanations().in(getLocale())),
                quiet(words.rule(item)),
                quiet(words.until(item)));
        shown.addClassName("consent-item");
        return shown;
    }

    private Div closed(ConsentItem item, Count count) {
        boolean passed = Boolean.TRUE.equals(item.passed());
        Div head = new Div(new H3(item.titles().in(getLocale())), new StateBadge(passed ? Tone.GOOD : Tone.QUIET,
                getTranslation(passed ? "consent.adopted" : "consent.dropped")));
        head.addClassName("consent-head");
        Paragraph verdict = new Paragraph(words.verdict(item, count));
        verdict.setId("verdict-" + item.id());
        verdict.addClassName("consent-verdict");
        Div shown = new Div(head, verdict, new CountTable(item, count, words),
                quiet(words.choices(count)));
        shown.addClassName("consent-item");
        return shown;
    }

    private Details ledger(List<Consents.Dropped> dropped) {
        UnorderedList list = new UnorderedList();
        dropped.forEach(each -> list.add(new ListItem(getTranslation("consent.ledger.line",
                each.building().in(getLocale()), each.item().titles().in(getLocale()), ended(each.item()),
                words.verdict(each.item(), each.count())))));
        Details ledger = new Details(getTranslation("consent.ledger", dropped.size()), list);
        ledger.setId("ledger");
        return ledger;
    }

    private String ended(ConsentItem item) {
        LocalDate day = item.endedOn(zone);
        return day == null ? "" : formats.date(day);
    }

    private static Paragraph quiet(String text) {
        Paragraph quiet = new Paragraph(text);
        quiet.addClassName("secondary");
        return quiet;
    }
}
