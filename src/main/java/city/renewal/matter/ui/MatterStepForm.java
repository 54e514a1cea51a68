package city.renewal.matter.ui;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
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

/** Asks a worker for what a step needs. What a service refuses is said here, and what was typed stays. */
public final class MatterStepForm extends Dialog {

    private final VerticalLayout fields = new VerticalLayout();
    private final Paragraph refused = new Paragraph();
    private final Messages messages;

    /**
     * @param help what the worker should know first
     * @param send does the step; when it is not refused the form closes
     */
    public MatterStepForm(Messages messages, String title, String help, String action, Runnable send) {
        this.messages = messages;
        setHeaderTitle(title);
        setWidth("min(640px, 96vw)");
        refused.addClassName("form-refused");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        fields.setPadding(false);
        fields.add(new Paragraph(help));
        add(fields, refused);
        Button done = new Button(action, click -> attempt(send));
        done.setId("step-send");
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        done.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), done);
    }

    private void attempt(Runnable send) {
        try {
            send.run();
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

    /** Opens with the focus in a field. */
    public void open(AbstractField<?, ?> first) {
        open();
        if (first instanceof Focusable<?> field) {
            field.focus();
        }
    }
}
