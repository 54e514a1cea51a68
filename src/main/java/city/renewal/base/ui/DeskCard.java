package city.renewal.base.ui;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.function.Supplier;

/** A part of a page of the desk: a heading, and a place for what was done or why it was not. */
@CssImport("./styles/parts.css")
public abstract class DeskCard extends Section {

    private final transient Messages messages;
    private final Paragraph said = new Paragraph();

    protected DeskCard(String title, Messages messages) {
        this.messages = messages;
        addClassNames("card", "desk-card");
        said.getElement().setAttribute("role", "status");
        said.setVisible(false);
        add(new H2(title), said);
    }

    /** Does something, and says what became of it. */
    protected final void attempt(Supplier<String> work) {
        try {
            say(work.get(), true);
        } catch (Refusal refused) {
            say(text(refused), false);
        }
    }

    protected final void say(String text, boolean well) {
        said.setText(text);
        said.setVisible(!text.isEmpty());
        said.setClassName("form-problem", !well);
        said.setClassName("desk-card-said", well);
    }

    protected final String text(Refusal refused) {
        return refused.in(messages, getLocale());
    }
}
