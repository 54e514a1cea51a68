package city.renewal.consent.ui;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.function.Supplier;

/** A part of the desk's page of votes: a heading, and a place for what was done or why it was not. */
abstract class DeskCard extends Section {

    private final transient Messages messages;
    private final Paragraph said = new Paragraph();

    DeskCard(String title, Messages messages) {
        this.messages = messages;
        addClassNames("card", "consent-desk");
        said.getElement().setAttribute("role", "status");
        said.setVisible(false);
        add(new H2(title), said);
    }

    /** Does something, and says what became of it. */
    final void attempt(Supplier<String> work) {
        try {
            say(work.get(), true);
        } catch (Refusal refused) {
            say(refused.in(messages, getLocale()), false);
        }
    }

    final void say(String text, boolean well) {
        said.setText(text);
        said.setVisible(!text.isEmpty());
        said.setClassName("form-problem", !well);
        said.setClassName("consent-said", well);
    }

    final String text(Refusal refused) {
        return refused.in(messages, getLocale());
    }
}
