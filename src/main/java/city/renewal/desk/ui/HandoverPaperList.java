package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.project.http.HandoverPaperServlet;
import city.renewal.project.handover.HandoverPaper;
import city.renewal.project.handover.HandoverPapers;
import city.renewal.project.handover.Handovers;
import city.renewal.project.handover.NewPaper;
import city.renewal.project.handover.PaperSize;
import city.renewal.project.handover.WarrantyWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The papers of one acceptance or hand-over: who put them when, who may read them, and what officers may do. */
final class HandoverPaperList extends Div {

    private final transient WarrantyWords words;
    private final transient HandoverPaperForms forms;
    private final transient ZoneId zone;
    private final boolean reads;
    private final boolean records;

    /**
     * @param papers of the record
     * @param record to which another paper is put, without a title
     * @param open   whether the project is the actor's
     */
    HandoverPaperList(List<HandoverPaper> papers, NewPaper record, boolean open, Actor actor, WarrantyWords words,
                      HandoverPaperForms forms, ZoneId zone) {
        this.words = words;
        this.forms = forms;
        this.zone = zone;
        reads = HandoverPapers.mayRead(actor) && open;
        records = Handovers.mayRecord(actor);
        addClassName("handover-papers");
        UnorderedList list = new UnorderedList();
        papers.forEach(paper -> list.add(item(paper)));
        if (!papers.isEmpty()) {
            Span title = new Span(words.text("handover.paper.title", papers.size()));
            title.addClassName("label");
            add(title, list);
        }
        if (records) {
            Button put = new Button(words.text("handover.paper.put"), click -> forms.put(record));
            put.setId(record.acceptanceId() != null ? "paper-put-a" + record.acceptanceId()
                    : "paper-put-h" + record.handoverId());
            add(put);
        }
    }

    private ListItem item(HandoverPaper paper) {
        Div head = new Div(name(paper), badge(paper));
        head.addClassName("warranty-head");
        ListItem item = new ListItem(head, quiet(words.text("handover.paper.line",
                words.text("handover.paper.kind." + paper.scanType().name().toLowerCase(Locale.ROOT)),
                PaperSize.of(paper.bytes(), words.formats()), words.formats().moment(paper.putAt(), zone),
                words.formats().name(paper.putter()))));
        if (paper.withdrawn() && paper.why() != null && paper.actor() != null) {
            item.add(quiet(words.text("handover.paper.withdrawn.why", words.formats().name(paper.actor()),
                    words.formats().name(paper.why()))));
        }
        if (records && !paper.withdrawn()) {
            Div actions = new Div(paper.open()
                    ? button("paper-close-" + paper.id(), "handover.paper.close", () -> forms.close(paper))
                    : button("paper-open-" + paper.id(), "handover.paper.open", () -> forms.open(paper)),
                    button("paper-withdraw-" + paper.id(), "handover.paper.withdraw", () -> forms.withdraw(paper)));
            actions.addClassName("warranty-actions");
            item.add(actions);
        }
        return item;
    }

    private Component name(HandoverPaper paper) {
        String title = words.formats().name(paper.title());
        if (!reads) {
            return new Span(title);
        }
        Anchor link = new Anchor(HandoverPaperServlet.PATH + "/" + paper.id(), title);
        link.setRouterIgnore(true);
        link.setTarget("_blank");
        return link;
    }

    private StateBadge badge(HandoverPaper paper) {
        return paper.withdrawn() ? new StateBadge(Tone.QUIET, words.text("handover.paper.state.withdrawn"))
                : paper.open() ? new StateBadge(Tone.GOOD, words.text("handover.paper.state.open"))
                : new StateBadge(Tone.QUIET, words.text("handover.paper.state.kept"));
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(words.text(key), click -> action.run());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }

    private static Span quiet(String text) {
        Span quiet = new Span(text);
        quiet.addClassNames("secondary", "warranty-quiet");
        return quiet;
    }
}
