package city.renewal.programme.ui;

import city.renewal.base.Formats;
import city.renewal.base.ui.PromiseBar;
import city.renewal.base.ui.Tone;
import city.renewal.plan.ui.StandingWords;
import city.renewal.programme.Indicator;
import city.renewal.programme.KindTotal;
import city.renewal.programme.ProjectFilter;
import city.renewal.programme.WeightedTotal;
import city.renewal.project.Kinds;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** For each kind the published figure, marked as such, and beneath it what the confirmed reports come to. */
final class KindCards extends Section {

    private final transient Kinds kinds;
    private final transient Formats formats;
    private final transient StandingWords standings;

    KindCards(Kinds kinds, Formats formats, StandingWords standings) {
        this.kinds = kinds;
        this.formats = formats;
        this.standings = standings;
        addClassName("kind-cards");
        getElement().setAttribute("aria-label", getTranslation("overview.totals"));
    }

    void show(List<KindTotal> totals) {
        removeAll();
        totals.forEach(total -> add(card(total)));
        setVisible(!totals.isEmpty());
    }

    private Div card(KindTotal total) {
        RouterLink link = new RouterLink(total.published().getFirst().name().in(formats.locale()),
                OverviewView.class);
        link.setQueryParameters(FilterAddress.write(ProjectFilter.NONE.withKind(total.kind().id())));
        Div head = new Div(new H2(link), published(total.published().getFirst()));
        head.addClassName("kind-head");
        PromiseBar bar = new PromiseBar();
        WeightedTotal measured = total.total();
        String words = standings.progress(measured.done(), measured.due());
        bar.show(measured.done(), measured.due(), measured.behind() ? Tone.LATE : Tone.GOOD, words);
        Span said = new Span(words);
        said.addClassName("measured");
        Div card = new Div(head, figures(total.published()), bar, said);
        card.addClassNames("card", "kind-card");
        if (total.projects() > 1) {
            Span count = new Span(getTranslation("overview.finished-of", total.finished(), total.projects()));
            count.addClassName("secondary");
            card.add(count);
        }
        return card;
    }

    private Div figures(List<Indicator> published) {
        Div line = new Div();
        line.addClassName("figures");
        Indicator first = published.getFirst();
        Span number = new Span(formats.large(first.value()));
        number.addClassName("figure");
        line.add(number, new Span(unit(first)));
        published.stream().skip(1).forEach(indicator -> {
            Span more = new Span(getTranslation("overview.figure", formats.large(indicator.value()), unit(indicator)));
            more.addClassName("figure-more");
            line.add(more);
        });
        return line;
    }

    private String unit(Indicator indicator) {
        return kinds.unit(indicator.unit()).in(formats.locale());
    }

    private Span published(Indicator indicator) {
        Span mark = new Span(getTranslation("overview.published"));
        mark.addClassName("published");
        mark.setTitle(getTranslation("overview.published.by", indicator.source().in(formats.locale())));
        return mark;
    }
}
