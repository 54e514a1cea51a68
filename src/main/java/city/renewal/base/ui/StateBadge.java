package city.renewal.base.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Span;

/** A state in one word, on its colour. */
@CssImport("./styles/parts.css")
public final class StateBadge extends Span {

    public StateBadge(Tone tone, String word) {
        super(word);
        addClassNames("badge", "tone-" + tone.id());
    }
}
