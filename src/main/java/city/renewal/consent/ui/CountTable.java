package city.renewal.consent.ui;

import city.renewal.consent.ConsentItem;
import city.renewal.consent.ConsentWords;
import city.renewal.consent.Count;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A count against its thresholds: four conditions, each in words, in figures and as a bar with its mark. */
@CssImport("./styles/consent.css")
public final class CountTable extends Div {

    private static final double PERCENT = 100;

    public CountTable(ConsentItem item, Count count, ConsentWords words) {
        addClassName("consent-count");
        words.conditions(item, count).forEach(condition -> add(row(condition)));
    }

    private static Div row(ConsentWords.Condition condition) {
        Span name = new Span(condition.name());
        name.addClassName("consent-condition");
        Div done = new Div();
        done.addClassName("consent-bar-done");
        done.getStyle().setWidth(condition.share() * PERCENT + "%");
        Div mark = new Div();
        mark.addClassName("consent-bar-mark");
        mark.getStyle().setLeft(condition.needed() * PERCENT + "%");
        Div bar = new Div(done, mark);
        bar.addClassName("consent-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        Span judged = new Span((condition.met() ? "✓ " : "✗ ") + condition.judged());
        judged.addClassName(condition.met() ? "consent-met" : "consent-unmet");
        Div row = new Div(name, bar, new Span(condition.amounts()), judged);
        row.addClassName("consent-row");
        return row;
    }
}
