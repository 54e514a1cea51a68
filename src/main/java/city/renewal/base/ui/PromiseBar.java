package city.renewal.base.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A bar of what is done, with a dark tick where the promise wants it to be today. Says both in words to who cannot see it. */
@CssImport("./styles/parts.css")
public final class PromiseBar extends Div {

    private final Span done = new Span();
    private final Span tick = new Span();

    /** A bar without anything done. */
    public PromiseBar() {
        addClassName("promise-bar");
        done.addClassName("promise-bar-done");
        tick.addClassName("promise-bar-tick");
        getElement().setAttribute("role", "img");
        add(done, tick);
    }

    /**
     * Shows this from now on.
     *
     * @param share done, 0 and up
     * @param due   what the promise wants, 0 to 1
     * @param words both in the reader's language
     */
    public void show(double share, double due, Tone tone, String words) {
        done.getStyle().set("width", percent(Math.min(1, share)));
        tick.getStyle().set("left", percent(due));
        tick.setVisible(due > 0);
        for (Tone each : Tone.values()) {
            setClassName("tone-" + each.id(), each == tone);
        }
        getElement().setAttribute("aria-label", words);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }
}
