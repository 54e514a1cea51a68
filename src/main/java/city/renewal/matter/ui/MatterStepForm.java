package city.renewal.matter.ui;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.DateField;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.UnaryOperator;

/** Asks a worker for what a step needs. What a service refuses is said here, and what was typed stays. */
public final class MatterStepForm extends Dialog {

    private final VerticalLayout fields = new VerticalLayout();
    private final Paragraph refused = new Paragraph();
    private final Messages messages;

    /**
     * @param words in the worker's language, by key
     * @param title key of what the step is called, in the heading and on the button
     * @param help  key of what the worker should know first
     * @param send  does the step; when it is not refused the form closes
     * @param done  called once the step was done
     */
    public MatterStepForm(Messages messages, UnaryOperator<String> words, String title, String help, Runnable send,
                          Runnable done) {
        this.messages = messages;
        setHeaderTitle(words.apply(title));
        setWidth("min(640px, 96vw)");
        refused.addClassName("form-refused");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        fields.setPadding(false);
        fields.add(new Paragraph(words.apply(help)));
        add(fields, refused);
        Button action = new Button(words.apply(title), click -> attempt(send, done));
        action.setId("step-send");
        action.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        action.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), action);
    }

    private void attempt(Runnable send, Runnable done) {
        try {
            send.run();
            done.run();
            close();
        } catch (Refusal refusal) {
            refused.setText(refusal.in(messages, getLocale()));
            refused.setVisible(true);
        }
    }

    /** Adds a field over the whole width. */
    public <C extends Component> C with(C field) {
        field.getElement().getStyle().set("width", "100%");
        fields.add(field);
        return field;
    }

    /** Adds a field for a longer text. */
    public TextArea text(String id, String label, int longest) {
        TextArea text = new TextArea(label);
        text.setId(id);
        text.setMaxLength(longest);
        text.setMinRows(4);
        return with(text);
    }

    /** Opens with the focus in a field, unless it is a day: on a phone its calendar would cover the form. */
    public void open(AbstractField<?, ?> first) {
        open();
        if (first instanceof Focusable<?> field && !(first instanceof DateField)) {
            field.focus();
        }
    }
}
