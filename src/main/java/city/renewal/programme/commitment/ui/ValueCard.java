package city.renewal.programme.commitment.ui;

import city.renewal.base.Messages;
import city.renewal.base.ui.DateField;
import city.renewal.base.ui.DeskCard;
import city.renewal.programme.commitment.CommitmentWords;
import city.renewal.programme.commitment.NewCommitment;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Adds a dated figure with its source to a series; those before stay. */
public final class ValueCard extends DeskCard {

    /** Takes what was typed; may refuse. */
    @FunctionalInterface
    public interface Taker {
        /** @return what to say of it */
        String take(@Nullable BigDecimal value, @Nullable LocalDate asOf, @Nullable String source,
                    @Nullable String why);
    }

    /**
     * @param title a key
     * @param first asked before the value, such as which indicator it is
     */
    public ValueCard(String title, CommitmentWords words, Messages messages, Taker taker, Component... first) {
        super(words.text(title), messages);
        BigDecimalField value = new BigDecimalField(getTranslation("commitment.value"));
        value.setLocale(getLocale());
        DateField asOf = new DateField(getTranslation("commitment.as-of"), getLocale());
        asOf.setValue(words.formats().today());
        TextField source = new TextField(getTranslation("commitment.source"));
        source.setMaxLength(NewCommitment.LONGEST_SOURCE);
        TextField why = new TextField(getTranslation("commitment.correction"));
        why.setMaxLength(NewCommitment.LONGEST_WHY);
        why.setHelperText(getTranslation("commitment.correction.help"));
        Button save = new Button(getTranslation("commitment.value.add"), click -> attempt(() -> {
            String said = taker.take(value.getValue(), asOf.getValue(), source.getValue(), why.getValue());
            value.clear();
            why.clear();
            return said;
        }));
        Div fields = new Div(first);
        fields.add(value, asOf, source, why, save);
        fields.addClassName("desk-fields");
        add(fields);
    }
}
