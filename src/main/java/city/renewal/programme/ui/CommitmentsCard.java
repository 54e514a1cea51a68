package city.renewal.programme.ui;

import city.renewal.base.Formats;
import city.renewal.base.ui.PromiseBar;
import city.renewal.base.ui.Tone;
import city.renewal.plan.ui.StandingWords;
import city.renewal.programme.MeasuredCommitment;
import city.renewal.project.Kinds;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What was promised in public with a figure, and how far it has come by the confirmed reports. */
final class CommitmentsCard extends Aside {

    private final transient Kinds kinds;
    private final transient Formats formats;
    private final transient StandingWords standings;
    private final UnorderedList list = new UnorderedList();

    CommitmentsCard(Kinds kinds, Formats formats, StandingWords standings) {
        this.kinds = kinds;
        this.formats = formats;
        this.standings = standings;
        addClassNames("card", "commitments");
        add(new H2(getTranslation("overview.commitments")), list);
    }

    void show(List<MeasuredCommitment> commitments) {
        list.removeAll();
        commitments.forEach(commitment -> list.add(line(commitment)));
        setVisible(!commitments.isEmpty());
    }

    private ListItem line(MeasuredCommitment commitment) {
        Span name = new Span(commitment.indicator().name().in(formats.locale()));
        Span figure = new Span(formats.quantity(commitment.indicator().value(),
                kinds.unit(commitment.indicator().unit())));
        figure.addClassName("secondary");
        double done = commitment.total().done();
        double due = commitment.total().due();
        Span measured = new Span(commitment.indicator().counts()
                ? commitment.finished() + " / " + formats.number(commitment.indicator().value())
                : formats.percent(done));
        measured.addClassName("commitment-done");
        PromiseBar bar = new PromiseBar();
        bar.show(done, due, commitment.total().behind() ? Tone.LATE : Tone.GOOD,
                standings.progress(done, due));
        Div words = new Div(name, figure);
        ListItem line = new ListItem(words, measured, bar);
        line.addClassName("commitment");
        return line;
    }
}
