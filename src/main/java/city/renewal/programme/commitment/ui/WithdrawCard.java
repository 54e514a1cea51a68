package city.renewal.programme.commitment.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.base.ui.DeskCard;
import city.renewal.programme.commitment.Commitment;
import city.renewal.programme.commitment.CommitmentWords;
import city.renewal.programme.commitment.Commitments;
import city.renewal.programme.commitment.NewCommitment;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Takes a commitment back for good, with a reason that residents read; asks once more before. */
public final class WithdrawCard extends DeskCard {

    /** @param changed called after it was withdrawn */
    public WithdrawCard(Commitments commitments, Commitment commitment, CommitmentWords words, Actor actor,
                        Messages messages, Runnable changed) {
        super(words.text("commitment.withdraw.title"), messages);
        Paragraph about = new Paragraph(getTranslation("commitment.withdraw.about"));
        about.addClassName("secondary");
        TextField why = new TextField(getTranslation("commitment.withdraw.why"));
        why.setMaxLength(NewCommitment.LONGEST_WHY);
        Button withdraw = new Button(getTranslation("commitment.withdraw.do"), click -> {
            ConfirmDialog sure = new ConfirmDialog(
                    getTranslation("commitment.withdraw.sure", words.name(commitment)),
                    getTranslation("commitment.withdraw.about"), getTranslation("commitment.withdraw.do"),
                    yes -> attempt(() -> {
                        commitments.withdraw(actor, commitment, why.getValue());
                        changed.run();
                        return "";
                    }));
            sure.setCancelable(true);
            sure.setCancelText(getTranslation("action.cancel"));
            sure.open();
        });
        withdraw.addThemeVariants(ButtonVariant.LUMO_ERROR);
        withdraw.setId("commitment-withdraw");
        Div fields = new Div(why, withdraw);
        fields.addClassName("desk-fields");
        add(about, fields);
    }
}
