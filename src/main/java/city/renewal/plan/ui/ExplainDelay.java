package city.renewal.plan.ui;

import city.renewal.account.Actor;
import city.renewal.base.Refusal;
import city.renewal.base.ui.DateField;
import city.renewal.plan.DelayReason;
import city.renewal.plan.forecast.Delays;
import city.renewal.plan.forecast.Explanation;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.stream.Stream;

/** Asks a planner why a finish is late and what is done about it, with who answers for both. */
public final class ExplainDelay extends Dialog {

    private final Select<String> category = new Select<>();
    private final TextArea words = new TextArea(getTranslation("delay.words"));
    private final TextField owner = new TextField(getTranslation("delay.owner"));
    private final TextArea catchUp = new TextArea(getTranslation("delay.catch-up"));
    private final TextField catchUpOwner = new TextField(getTranslation("delay.catch-up.owner"));
    private final DateField catchUpOn = new DateField(getTranslation("delay.catch-up.on"), getLocale());

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
        owner.setMaxLength(Explanation.LONGEST_NAME);
        words.setMaxLength(Explanation.LONGEST_WORDS);
        words.setRequiredIndicatorVisible(true);
        catchUp.setMaxLength(Explanation.LONGEST_WORDS);
        catchUp.setHelperText(getTranslation("delay.catch-up.help"));
        catchUpOwner.setMaxLength(Explanation.LONGEST_NAME);
        category.setWidthFull();
        words.setWidthFull();
        owner.setWidthFull();
        catchUp.setWidthFull();
        catchUpOwner.setWidthFull();
        catchUpOn.setWidthFull();
        add(category, words, owner, catchUp, catchUpOwner, catchUpOn);
        Button save = new Button(getTranslation("action.save"), click -> {
            if (explained(delays, actor, projectId)) {
                close();
                saved.run();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), save);
        setWidth("32rem");
    }

    /** What is refused is said at its field, and everything typed stays. */
    private boolean explained(Delays delays, Actor actor, long projectId) {
        Stream.<HasValidation>of(words, owner, catchUp, catchUpOwner, catchUpOn).forEach(field -> field.setInvalid(false));
        try {
            delays.explain(actor, projectId, given());
            return true;
        } catch (Refusal refused) {
            String why = getTranslation(refused.key(), refused.parameters());
            switch (refused.key()) {
                case "delay.words.missing", "delay.words.long" -> mark(words, why);
                case "delay.owner.long" -> mark(owner, why);
                case "delay.catch-up.past", "delay.catch-up.far" -> mark(catchUpOn, why);
                case "delay.catch-up.whole" -> {
                    if (catchUpOwner.isEmpty()) {
                        mark(catchUpOwner, why);
                    } else {
                        mark(catchUpOn, why);
                    }
                }
                case "delay.catch-up.long" -> mark(catchUp, why);
                default -> throw refused;
            }
            return false;
        }
    }

    /** The field may lie below what is in view; the focus brings it there. */
    private static <F extends HasValidation & Focusable<?>> void mark(F field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }

    private Explanation given() {
        return new Explanation(category.getValue(), words.getValue(), owner.getValue(), catchUp.getValue(),
                catchUpOwner.getValue(), catchUpOn.getValue());
    }
}
