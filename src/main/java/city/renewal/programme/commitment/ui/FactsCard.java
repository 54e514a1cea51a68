package city.renewal.programme.commitment.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.base.ui.DeskCard;
import city.renewal.programme.commitment.Commitment;
import city.renewal.programme.commitment.CommitmentWords;
import city.renewal.programme.commitment.Commitments;
import city.renewal.programme.commitment.NewCommitment;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;

/** Corrects the name of a commitment and who answers for it. */
public final class FactsCard extends DeskCard {

    /** @param changed called after it was corrected */
    public FactsCard(Commitments commitments, Commitment commitment, CommitmentWords words, Actor actor,
                     Messages messages, Runnable changed) {
        super(words.text("commitment.correct.title"), messages);
        TextField name = field("commitment.name", NewCommitment.LONGEST_NAME, commitment.name().zh());
        TextField nameEn = field("commitment.name-en", NewCommitment.LONGEST_NAME,
                Objects.requireNonNullElse(commitment.name().en(), ""));
        TextField owner = field("commitment.owner", NewCommitment.LONGEST_OWNER, commitment.owner());
        TextField role = field("commitment.role", NewCommitment.LONGEST_OWNER, commitment.ownerRole());
        TextField phone = field("commitment.phone", NewCommitment.LONGEST_PHONE, commitment.phone());
        Button save = new Button(getTranslation("commitment.correct.do"), click -> attempt(() -> {
            commitments.correct(actor, commitment, name.getValue(), nameEn.getValue(), owner.getValue(), role.getValue(),
                    phone.getValue());
            changed.run();
            return "";
        }));
        Div fields = new Div(name, nameEn, owner, role, phone, save);
        fields.addClassName("desk-fields");
        add(fields);
    }

    private TextField field(String label, int longest, String value) {
        TextField field = new TextField(getTranslation(label));
        field.setMaxLength(longest);
        field.setValue(value);
        return field;
    }
}
