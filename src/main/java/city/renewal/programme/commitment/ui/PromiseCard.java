package city.renewal.programme.commitment.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.base.ui.DateField;
import city.renewal.base.ui.DeskCard;
import city.renewal.programme.commitment.Commitment;
import city.renewal.programme.commitment.CommitmentWords;
import city.renewal.programme.commitment.Commitments;
import city.renewal.programme.commitment.NewCommitment;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;

/** Changes target or due day: as a promise of its own, with a reason that residents read. */
public final class PromiseCard extends DeskCard {

    /** @param changed called after it was changed */
    public PromiseCard(Commitments commitments, Commitment commitment, CommitmentWords words, Actor actor,
                       Messages messages, Runnable changed) {
        super(words.text("commitment.promise.change"), messages);
        Paragraph about = new Paragraph(getTranslation("commitment.promise.about"));
        about.addClassName("secondary");
        BigDecimalField target = new BigDecimalField(words.text("commitment.target.in",
                words.words(words.kinds().unit(commitment.unit()))));
        target.setLocale(getLocale());
        target.setValue(commitment.newest().target().stripTrailingZeros());
        DateField due = new DateField(getTranslation("commitment.due"), getLocale());
        due.setValue(commitment.newest().dueOn());
        TextField why = new TextField(getTranslation("commitment.why"));
        why.setMaxLength(NewCommitment.LONGEST_WHY);
        Button save = new Button(getTranslation("commitment.promise.do"), click -> attempt(() -> {
            commitments.promise(actor, commitment, target.getValue(), due.getValue(), why.getValue());
            changed.run();
            return "";
        }));
        Div fields = new Div(target, due, why, save);
        fields.addClassName("desk-fields");
        add(about, fields);
    }
}
