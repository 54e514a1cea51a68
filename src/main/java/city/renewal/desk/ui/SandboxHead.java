package city.renewal.desk.ui;

import city.renewal.plan.sandbox.SandboxConflict;
import city.renewal.plan.sandbox.SandboxPlan;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** Says that one is in a sandbox, in whose, what of it the plan has no room for any more, and what to do with it. */
final class SandboxHead extends Div {

    private final Span name = new Span();
    private final Span about = new Span();
    private final Div actions = new Div();
    private final Div conflicts = new Div();
    private final Button apply = new Button(getTranslation("sandbox.apply"));
    private final Button fit;
    private String shownName = "";

    SandboxHead(Runnable leaveOut, Runnable applied, Runnable thrownAway) {
        addClassName("sandbox-head");
        Div bar = new Div(name, about, actions);
        bar.addClassName("sandbox-bar");
        name.addClassName("sandbox-name");
        about.addClassName("secondary");
        actions.addClassName("plan-actions");
        Button away = new Button(getTranslation("sandbox.throw-away"), click ->
                ask("sandbox.throw-away", "sandbox.throw-away.sure", thrownAway));
        apply.addClickListener(click -> ask("sandbox.apply", "sandbox.apply.sure", applied));
        away.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        apply.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        actions.add(away, apply);
        fit = new Button(getTranslation("sandbox.leave-out"), click -> leaveOut.run());
        fit.addThemeVariants(ButtonVariant.LUMO_SMALL);
        conflicts.addClassName("sandbox-conflicts");
        conflicts.getElement().setAttribute("role", "alert");
        add(bar, conflicts);
    }

    void show(SandboxPlan plan, boolean mine) {
        shownName = plan.sandbox().name();
        name.setText(getTranslation("sandbox.in", shownName));
        about.setText(getTranslation(mine ? "sandbox.about" : "sandbox.about.foreign", plan.sandbox().owner()));
        actions.setVisible(mine);
        apply.setEnabled(plan.applicable());
        conflicts.removeAll();
        conflicts.setVisible(!plan.conflicts().isEmpty() || plan.misfit() != null);
        if (plan.misfit() != null) {
            conflicts.add(new Span(getTranslation("sandbox.misfit",
                    getTranslation(plan.misfit().key(), plan.misfit().parameters()))));
        }
        if (!plan.conflicts().isEmpty()) {
            conflicts.add(new H2(getTranslation("sandbox.conflicts")));
            for (SandboxConflict conflict : plan.conflicts()) {
                conflicts.add(new Span(conflict.changedBy() == null
                        ? getTranslation("sandbox.conflict.gone", conflict.task())
                        : getTranslation("sandbox.conflict.changed", conflict.task(), conflict.changedBy())));
            }
            if (mine) {
                conflicts.add(fit);
            }
        }
    }

    private void ask(String what, String sure, Runnable answer) {
        ConfirmDialog dialog = new ConfirmDialog(getTranslation(what), getTranslation(sure, shownName),
                getTranslation(what), yes -> answer.run());
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("action.cancel"));
        dialog.open();
    }
}
