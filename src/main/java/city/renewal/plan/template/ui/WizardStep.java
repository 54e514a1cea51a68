package city.renewal.plan.template.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** One step of the assistant: shows what was entered, and takes it once it will do. */
abstract class WizardStep extends Div {

    private final Paragraph fault = new Paragraph();

    WizardStep() {
        addClassName("wizard-step");
        fault.addClassName("wizard-fault");
        fault.getElement().setAttribute("role", "alert");
        fault.setVisible(false);
    }

    /** Shows the form's present state; called each time the step is entered. */
    abstract void show(NewPlanForm form);

    /**
     * Puts what was entered into the form.
     *
     * @return whether it will do; where not, the fields say why
     */
    abstract boolean take(NewPlanForm form);

    /** Keeps what was entered on the way back, whether it will do or not. */
    void keep(NewPlanForm form) {
        take(form);
    }

    /** @return where refusals are said that belong to no single field; the step puts it in its place */
    final Paragraph faults() {
        return fault;
    }

    final boolean refuse(String text) {
        fault.setText(text);
        fault.setVisible(true);
        return false;
    }

    final void clearFault() {
        fault.setText("");
        fault.setVisible(false);
    }
}
