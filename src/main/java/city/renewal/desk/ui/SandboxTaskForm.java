package city.renewal.desk.ui;

import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.schedule.WorkingTime;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Tries another duration or quantity for the chosen task; dates and links are tried in the chart. */
final class SandboxTaskForm extends Div {

    private static final BigDecimal DAY = BigDecimal.valueOf(WorkingTime.days(1));
    private static final int DECIMALS = 2;

    private final H2 name = new H2();
    private final BigDecimalField days = new BigDecimalField(getTranslation("sandbox.task.days"));
    private final BigDecimalField quantity = new BigDecimalField(getTranslation("column.quantity"));
    private final Div fields = new Div();
    private final Div hint = new Div(getTranslation("sandbox.task.hint"));
    private transient @Nullable Task task;

    /** @param change is given the task as it was shown and what to make of it */
    SandboxTaskForm(BiConsumer<Task, TaskInput> change) {
        addClassName("sandbox-task");
        Button save = new Button(getTranslation("sandbox.task.try"), click -> {
            Task chosen = task;
            if (chosen != null && days.getValue() != null && quantity.getValue() != null) {
                change.accept(chosen, chosen.input()
                        .withDuration(days.getValue().multiply(DAY).setScale(0, RoundingMode.HALF_UP).intValue())
                        .withQuantity(quantity.getValue()));
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_SMALL);
        fields.addClassName("sandbox-form");
        fields.add(days, quantity, save);
        hint.addClassName("secondary");
        add(name, fields, hint);
        fields.setVisible(false);
    }

    /** @param summary whether other tasks lie below it, so that nothing can be tried on it itself */
    void show(Task chosen, boolean summary) {
        task = chosen;
        name.setText(chosen.name());
        fields.setVisible(!summary && !chosen.finished() && !chosen.input().milestone());
        hint.setVisible(!fields.isVisible());
        days.setValue(BigDecimal.valueOf(chosen.input().durationMinutes()).divide(DAY, DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros());
        quantity.setValue(chosen.input().plannedQuantity().stripTrailingZeros());
    }

    /** Shows the chosen task as it is now. */
    void renew(PlanSnapshot plan) {
        if (task != null) {
            plan.task(task.id()).ifPresent(now -> show(now, plan.children().containsKey(now.id())));
        }
    }
}
