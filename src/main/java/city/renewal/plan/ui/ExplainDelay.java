package city.renewal.plan.ui;

import city.renewal.account.Actor;
import city.renewal.plan.DelayReason;
import city.renewal.plan.forecast.Delays;
import city.renewal.plan.forecast.Explanation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;

/** Asks a planner why a finish is late and what is done about it, with who answers for both. */
public final class ExplainDelay extends Dialog {

    private static final int LONGEST_NAME = 128;

    private final Select<String> category = new Select<>();
    private final TextArea words = new TextArea(getTranslation("delay.words"));
    private final TextField owner = new TextField(getTranslation("delay.owner"));
    private final TextArea catchUp = new TextArea(getTranslation("delay.catch-up"));
    private final TextField catchUpOwner = new TextField(getTranslation("delay.catch-up.owner"));
    private final DatePicker catchUpOn = new DatePicker(getTranslation("delay.catch-up.on"));

    /** @param saved called once it is stored */
    public ExplainDelay(Delays delays, Actor actor, long projectId, Runnable saved) {
        setHeaderTitle(getTranslation("delay.explain"));
        category.setLabel(getTranslation("delay.category"));
        category.setItems(DelayReason.CATEGORIES);
        category.setItemLabelGenerator(id -> getTranslation("delay." + id.toLowerCase(Locale.ROOT)));
        category.setValue(DelayReason.CATEGORIES.getFirst());
        words.setHelperText(getTranslation("delay.words.help"));
        owner.setValue(actor.name());
        owner.setHelperText(getTranslation("delay.owner.help"));
        owner.setMaxLength(LONGEST_NAME);
        catchUp.setHelperText(getTranslation("delay.catch-up.help"));
        catchUpOwner.setMaxLength(LONGEST_NAME);
        catchUpOn.setLocale(getLocale());
        category.setWidthFull();
        words.setWidthFull();
        owner.setWidthFull();
        catchUp.setWidthFull();
        catchUpOwner.setWidthFull();
        catchUpOn.setWidthFull();
        add(category, words, owner, catchUp, catchUpOwner, catchUpOn);
        Button save = new Button(getTranslation("action.save"), click -> {
            delays.explain(actor, projectId, given());
            close();
            saved.run();
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), save);
        setWidth("32rem");
    }

    private Explanation given() {
        return new Explanation(category.getValue(), words.getValue(), owner.getValue(), catchUp.getValue(),
                catchUpOwner.getValue(), catchUpOn.getValue());
    }
}
