package city.renewal.plan.template.ui;

import city.renewal.base.Formats;
import city.renewal.plan.template.PlanTemplate;
import city.renewal.plan.template.WorkItem;
import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which items, group by group; the usual ones are ticked. */
final class ItemsStep extends WizardStep {

    private final transient Kinds kinds;
    private final transient Formats formats;
    private final List<CheckboxGroup<WorkItem>> groups = new ArrayList<>();

    ItemsStep(Kinds kinds, Formats formats) {
        this.kinds = kinds;
        this.formats = formats;
    }

    @Override
    void show(NewPlanForm form) {
        removeAll();
        groups.clear();
        PlanTemplate template = form.template();
        Kind kind = kinds.get(template.kind());
        List<WorkItem> always = template.items(Set.of()).stream()
                .filter(item -> !item.is(WorkItem.Spread.MILESTONE)).toList();
        if (!always.isEmpty()) {
            add(new Paragraph(getTranslation("new-plan.items.always", always.stream()
                    .map(item -> item.name().in(getLocale())).collect(Collectors.joining(getTranslation("list.comma"))))));
        }
        for (PlanTemplate.Group group : template.groups()) {
            add(template, group.id(), groupName(group), form, kind);
        }
        add(template, null, getTranslation("new-plan.items.other"), form, kind);
        if (groups.isEmpty()) {
            add(new Paragraph(getTranslation("new-plan.items.fixed")));
        }
        add(faults());
    }

    private String groupName(PlanTemplate.Group group) {
        String name = group.name().in(getLocale());
        return group.itemClass() == null ? name : getTranslation("new-plan.items.class", name,
                getTranslation("item-class." + group.itemClass().toLowerCase(Locale.ROOT)));
    }

    private void add(PlanTemplate template, @Nullable String group, String label, NewPlanForm form, Kind kind) {
        List<WorkItem> items = template.items().stream()
                .filter(item -> Objects.equals(item.group(), group) && item.choice() != WorkItem.Choice.ALWAYS)
                .toList();
        if (items.isEmpty()) {
            return;
        }
        CheckboxGroup<WorkItem> boxes = new CheckboxGroup<>(label);
        boxes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        boxes.setItems(items);
        boxes.setItemLabelGenerator(item -> item.name().in(getLocale()));
        boxes.setItemHelperGenerator(item -> explained(item, kind));
        boxes.setValue(items.stream().filter(item -> form.items.contains(item.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        boxes.addClassName("wizard-items");
        groups.add(boxes);
        add(boxes);
    }

    private String explained(WorkItem item, Kind kind) {
        WorkItem.Amount amount = item.amount();
        String unit = kinds.unit(amount.unit()).in(getLocale());
        String rate = getTranslation("new-plan.items.rate", number(item.effort().rate()), unit, item.effort().crew());
        if (amount.measure() == null) {
            return getTranslation("new-plan.items.amount", number(amount.per()), unit) + " " + rate;
        }
        Kind.KindMeasure measure = kind.measures().stream()
                .filter(each -> each.id().equals(amount.measure())).findFirst().orElseThrow();
        return getTranslation("new-plan.items.per", number(amount.per()), unit, measure.name().in(getLocale()),
                kinds.unit(measure.unit()).in(getLocale())) + " " + rate;
    }

    private String number(double number) {
        return formats.number(BigDecimal.valueOf(number));
    }

    @Override
    boolean take(NewPlanForm form) {
        Set<String> chosen = new LinkedHashSet<>();
        groups.forEach(group -> group.getValue().forEach(item -> chosen.add(item.id())));
        form.items = chosen;
        clearFault();
        return form.template().items(chosen).stream().anyMatch(item -> !item.is(WorkItem.Spread.MILESTONE))
                || refuse(getTranslation("new-plan.items.none"));
    }
}
