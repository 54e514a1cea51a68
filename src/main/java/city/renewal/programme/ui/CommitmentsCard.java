package city.renewal.programme.ui;

import city.renewal.base.ui.PromiseBar;
import city.renewal.base.ui.StateBadge;
import city.renewal.programme.commitment.CommitmentLine;
import city.renewal.programme.commitment.CommitmentWords;
import city.renewal.programme.commitment.ui.StateTone;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What was promised in public for this year, and how far it has come; each leads to its page. */
final class CommitmentsCard extends Aside {

    private final transient CommitmentWords words;
    private final UnorderedList list = new UnorderedList();
    private final Anchor all = new Anchor();

    CommitmentsCard(CommitmentWords words) {
        this.words = words;
        addClassNames("card", "commitments");
        Anchor figures = new Anchor("/indicators", getTranslation("indicator.title"));
        figures.setRouterIgnore(true);
        all.setRouterIgnore(true);
        Paragraph more = new Paragraph(all, figures);
        more.addClassName("commitments-more");
        add(new H2(getTranslation("overview.commitments")), list, more);
    }

    void show(int year, List<CommitmentLine> commitments) {
        list.removeAll();
        commitments.forEach(commitment -> list.add(line(commitment)));
        all.setHref("/commitments/" + year);
        all.setText(getTranslation("commitment.all"));
        list.setVisible(!commitments.isEmpty());
        all.setVisible(!commitments.isEmpty());
    }

    private ListItem line(CommitmentLine line) {
        Anchor name = new Anchor("/commitments/" + line.commitment().year() + "/" + line.commitment().number(),
                words.name(line.commitment()));
        name.setRouterIgnore(true);
        Span present = new Span(words.presentOf(line));
        present.addClassName("secondary");
        PromiseBar bar = new PromiseBar();
        bar.show(line.share(), 0, StateTone.of(line.state()), words.presentOf(line));
        ListItem item = new ListItem(new Div(name, present),
                new StateBadge(StateTone.of(line.state()), words.state(line)), bar);
        item.addClassName("commitment");
        return item;
    }
}
