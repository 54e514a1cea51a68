package city.renewal.plan.template.ui;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.plan.template.Breakdown;
import city.renewal.plan.template.PlanLine;
import city.renewal.plan.template.WorkItem;
import city.renewal.project.Kinds;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How much of each item: derived from the extent, each to be corrected, as a whole or zone by zone. */
final class QuantitiesStep extends WizardStep {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);
    private static final int DECIMALS = 3;

    private final transient Kinds kinds;
    private final transient Messages messages;
    private final transient Formats formats;

    QuantitiesStep(Kinds kinds, Messages messages, Formats formats) {
        this.kinds = kinds;
        this.messages = messages;
        this.formats = formats;
    }

    @Override
    void show(NewPlanForm form) {
        removeAll();
        clearFault();
        Breakdown breakdown;
        try {
            breakdown = breakdown(form);
        } catch (Refusal refused) {
            add(faults());
            refuse(refused.in(messages, getLocale()));
            return;
        }
        add(new Paragraph(getTranslation("new-plan.quantities.text")));
        for (WorkItem item : form.template().items(form.items)) {
            if (!item.is(WorkItem.Spread.MILESTONE)) {
                add(row(form, item, breakdown.leaves(item.id())));
            }
        }
        add(faults());
    }

    private Breakdown breakdown(NewPlanForm form) {
        return Breakdown.of(form.template(), form.scope(kinds.get(form.template().kind())));
    }

    private Div row(NewPlanForm form, WorkItem item, List<PlanLine> lines) {
        Div row = new Div();
        row.addClassName("quantity-row");
        fill(row, form, item, lines);
        return row;
    }

    private void fill(Div row, NewPlanForm form, WorkItem item, List<PlanLine> lines) {
        row.removeAll();
        BigDecimal total = sum(lines);
        int most = lines.stream().mapToInt(PlanLine::days).sum();
        BigDecimalField whole = field(form, item.name().in(getLocale()), item, total, amount -> {
            if (sum(breakdown(form).leaves(item.id())).compareTo(amount) == 0) {
                return;
            }
            String own = Breakdown.quantityCode(item, null);
            form.edited.keySet().removeIf(code -> code.startsWith(own + "-"));
            form.edited.put(own, amount);
            fill(row, form, item, breakdown(form).leaves(item.id()));
        });
        whole.setHelperText(getTranslation("new-plan.quantities.days", most));
        row.add(whole);
        if (lines.size() > 1) {
            Div zones = new Div();
            zones.addClassName("wizard-fields");
            Details details = new Details(getTranslation("new-plan.quantities.zones", lines.size()), zones);
            details.addOpenedChangeListener(opened -> {
                if (opened.isOpened() && zones.getChildren().findAny().isEmpty()) {
                    lines.forEach(line -> zones.add(zone(form, item, line, whole)));
                }
            });
            row.add(details);
        }
    }

    private BigDecimalField zone(NewPlanForm form, WorkItem item, PlanLine line, BigDecimalField whole) {
        String name = Objects.requireNonNull(line.zone()).name().in(getLocale());
        return field(form, name, item, line.quantity(), amount -> {
            form.edited.put(line.code(), amount);
            List<PlanLine> now = breakdown(form).leaves(item.id());
            whole.setValue(sum(now));
            whole.setHelperText(getTranslation("new-plan.quantities.days",
                    now.stream().mapToInt(PlanLine::days).sum()));
        });
    }

    private static BigDecimal sum(List<PlanLine> lines) {
        return lines.stream().map(PlanLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is done with a quantity that somebody entered. */
    private interface Entered {
        void accept(BigDecimal amount);
    }

    private BigDecimalField field(NewPlanForm form, String label, WorkItem item, BigDecimal value, Entered entered) {
        BigDecimalField field = new BigDecimalField(label);
        field.setManualValidation(true);
        field.setLocale(getLocale());
        field.setSuffixComponent(new Span(kinds.unit(item.amount().unit()).in(getLocale())));
        field.setValue(value.stripTrailingZeros().scale() < 0 ? value.setScale(0) : value);
        field.addValueChangeListener(change -> {
            BigDecimal amount = change.getValue();
            boolean good = amount != null && amount.signum() > 0 && amount.compareTo(MOST) <= 0
                    && amount.stripTrailingZeros().scale() <= DECIMALS;
            field.setInvalid(!good);
            if (good) {
                accept(field, form, amount, entered);
            } else {
                field.setErrorMessage(getTranslation("new-plan.quantities.absurd", formats.number(MOST)));
            }
        });
        return field;
    }

    /** An amount that makes no plan is forgotten again, and said at its field. */
    private void accept(BigDecimalField field, NewPlanForm form, BigDecimal amount, Entered entered) {
        Map<String, BigDecimal> before = Map.copyOf(form.edited);
        try {
            entered.accept(amount);
        } catch (Refusal refused) {
            form.edited.clear();
            form.edited.putAll(before);
            field.setErrorMessage(refused.in(messages, getLocale()));
            field.setInvalid(true);
        }
    }

    @Override
    boolean take(NewPlanForm form) {
        if (invalid(this)) {
            return refuse(getTranslation("new-plan.quantities.mend"));
        }
        try {
            breakdown(form);
            return true;
        } catch (Refusal refused) {
            return refuse(refused.in(messages, getLocale()));
        }
    }

    private static boolean invalid(Component root) {
        return root.getChildren().anyMatch(child ->
                child instanceof BigDecimalField field && field.isInvalid() || invalid(child));
    }
}
