package city.renewal.site.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A few choices as large buttons that a thumb can press; a pressed one is chosen, pressed again it is not. */
public final class Chips<T> extends Div {

    private final transient Map<T, Button> buttons = new LinkedHashMap<>();
    private final transient Set<T> chosen = new LinkedHashSet<>();
    private final boolean several;

    /**
     * @param label   what is chosen, read above and by screen readers
     * @param choices in the order in which they are shown
     * @param several whether more than one may be chosen
     */
    public Chips(String label, Collection<T> choices, Function<T, String> words, boolean several) {
        this.several = several;
        addClassName("chips");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        Span title = new Span(label);
        title.addClassName("label");
        add(title);
        for (T choice : choices) {
            Button button = new Button(words.apply(choice), click -> press(choice));
            button.addClassName("chip");
            buttons.put(choice, button);
            add(button);
        }
        show();
    }

    private void press(T choice) {
        if (!chosen.remove(choice)) {
            if (!several) {
                chosen.clear();
            }
            chosen.add(choice);
        }
        show();
    }

    private void show() {
        buttons.forEach((choice, button) -> {
            button.getElement().setAttribute("aria-pressed", String.valueOf(chosen.contains(choice)));
            button.setClassName("chip-chosen", chosen.contains(choice));
        });
    }

    /** Chooses these and no others; what is not offered is left out. */
    public void choose(Collection<T> others) {
        chosen.clear();
        others.stream().filter(buttons::containsKey).forEach(chosen::add);
        show();
    }

    /** @return what is chosen, in the order of the choices */
    public List<T> chosen() {
        return buttons.keySet().stream().filter(chosen::contains).toList();
    }
}
