package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.base.Refusal;
import city.renewal.plan.Baseline;
import city.renewal.plan.Plans;
import city.renewal.project.Project;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.IntConsumer;

/** Asks for the name of a new baseline and why it is taken: a remark for the first, later the reason that residents read. */
final class BaselineDialog extends Dialog {

    private final transient Plans plans;
    private final transient Actor actor;
    private final transient Project project;
    private final transient IntConsumer taken;
    private final boolean first;
    private final TextField name = new TextField(getTranslation("baseline.name"));
    private final TextArea reason = new TextArea();
    private final TextArea reasonEn = new TextArea(getTranslation("baseline.reason-en"));

    /** @param taken is given the new baseline's number */
    BaselineDialog(Plans plans, Actor actor, Project project, IntConsumer taken) {
        this.plans = plans;
        this.actor = actor;
        this.project = project;
        this.taken = taken;
        first = plans.baselines(project.id()).isEmpty();
        setHeaderTitle(getTranslation("baseline.take"));
        setWidth("32rem");
        name.setValue(getTranslation(first ? "baseline.first" : "baseline.later"));
        name.setMaxLength(Baseline.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        reason.setLabel(getTranslation(first ? "baseline.remark" : "baseline.reason"));
        reason.setHelperText(getTranslation(first ? "baseline.remark.help" : "baseline.reason.help"));
        reason.setRequiredIndicatorVisible(!first);
        for (TextArea words : new TextArea[] {reason, reasonEn}) {
            words.setMaxLength(Baseline.LONGEST_REASON);
            words.setWidthFull();
        }
        reasonEn.setVisible(!first);
        add(new Paragraph(getTranslation(first ? "baseline.first.help" : "baseline.later.help")), name, reason,
                reasonEn);
        Button take = new Button(getTranslation("baseline.take"), click -> take());
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), take);
    }

    private void take() {
        name.setInvalid(false);
        reason.setInvalid(false);
        try {
            int number = plans.takeBaseline(actor, project.id(), name.getValue(), reason.getValue(),
                    first ? null : reasonEn.getValue());
            close();
            taken.accept(number);
        } catch (Refusal refused) {
            String why = getTranslation(refused.key(), refused.parameters());
            if (refused.key().startsWith("baseline.reason")) {
                reason.setErrorMessage(why);
                reason.setInvalid(true);
            } else {
                name.setErrorMessage(why);
                name.setInvalid(true);
            }
        }
    }
}
