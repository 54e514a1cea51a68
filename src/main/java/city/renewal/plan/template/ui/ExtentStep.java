package city.renewal.plan.template.ui;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.plan.template.Building;
import city.renewal.plan.template.BuildingTable;
import city.renewal.plan.template.Chainage;
import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where and how large: buildings, a stretch of chainage, or parts; and the measures that nothing else tells. */
final class ExtentStep extends WizardStep {

    /** The longest line, in metres, and the most zones. */
    private static final int LONGEST = 200_000;
    private static final int MOST_ZONES = 200;
    /** A thousandth of a unit is the least that is kept. */
    private static final BigDecimal LEAST_MEASURE = new BigDecimal("0.001");
    private static final BigDecimal MOST_MEASURE = BigDecimal.valueOf(100_000_000);
    private static final int USUAL_LENGTH = 1_200;
    private static final int USUAL_SECTION = 300;

    private final transient Kinds kinds;
    private final transient Messages messages;
    private final BuildingRows buildings;
    private final IntegerField from = new IntegerField();
    private final IntegerField to = new IntegerField();
    private final IntegerField section = new IntegerField();
    private final IntegerField parts = new IntegerField();
    private final Map<String, BigDecimalField> measures = new LinkedHashMap<>();

    ExtentStep(Kinds kinds, Messages messages) {
        this.kinds = kinds;
        this.messages = messages;
        buildings = new BuildingRows(messages);
        whole(from, "new-plan.chainage.from", 0, LONGEST);
        whole(to, "new-plan.chainage.to", 1, LONGEST);
        whole(section, "new-plan.chainage.section", 1, LONGEST);
        whole(parts, "new-plan.parts", 1, MOST_ZONES);
    }

    private void whole(IntegerField field, String key, int least, int most) {
        field.setLabel(getTranslation(key));
        field.setMin(least);
        field.setMax(most);
        field.setManualValidation(true);
    }

    @Override
    void show(NewPlanForm form) {
        removeAll();
        clearFault();
        Kind kind = kinds.get(form.template().kind());
        switch (form.extent(kind)) {
            case BUILDINGS -> {
                buildings.set(form.buildings);
                add(new Paragraph(getTranslation("buildings.text")), buildings);
            }
            case SECTIONS -> {
                Chainage line = form.chainage == null ? new Chainage(0, USUAL_LENGTH, USUAL_SECTION) : form.chainage;
                from.setValue(line.from());
                to.setValue(line.to());
                section.setValue(line.section());
                add(new Paragraph(getTranslation("new-plan.chainage.text")), row(List.of(from, to, section)));
            }
            case PARTS -> {
                parts.setValue(form.parts);
                add(new Paragraph(getTranslation("new-plan.parts.text")), row(List.of(parts)));
            }
            case WHOLE -> add(new Paragraph(getTranslation("new-plan.whole.text")));
        }
        showMeasures(form, kind);
        add(faults());
    }

    private static Div row(List<IntegerField> fields) {
        Div row = new Div();
        row.addClassName("wizard-row");
        fields.forEach(row::add);
        return row;
    }

    private void showMeasures(NewPlanForm form, Kind kind) {
        measures.clear();
        Div fields = new Div();
        fields.addClassName("wizard-fields");
        for (Kind.KindMeasure measure : form.asked(kind)) {
            BigDecimalField field = new BigDecimalField(measure.name().in(getLocale()));
            field.setSuffixComponent(new Span(kinds.unit(measure.unit()).in(getLocale())));
            field.setRequiredIndicatorVisible(true);
            field.setManualValidation(true);
            field.setValue(form.typed.get(measure.id()));
            measures.put(measure.id(), field);
            fields.add(field);
        }
        if (!measures.isEmpty()) {
            add(fields);
        }
    }

    @Override
    void keep(NewPlanForm form) {
        Kind kind = kinds.get(form.template().kind());
        switch (form.extent(kind)) {
            case BUILDINGS -> {
                List<Building> now = new ArrayList<>(buildings.get());
                if (!now.equals(form.buildings)) {
                    form.edited.clear();
                }
                form.buildings = now;
            }
            case SECTIONS -> {
                Chainage line = chainage();
                if (line != null) {
                    if (!line.equals(form.chainage)) {
                        form.edited.clear();
                    }
                    form.chainage = line;
                }
            }
            case PARTS -> form.parts = parts.getValue() == null ? 1 : Math.clamp(parts.getValue(), 1, MOST_ZONES);
            case WHOLE -> { }
        }
        measures.forEach((id, field) -> {
            if (field.getValue() == null) {
                form.typed.remove(id);
            } else {
                form.typed.put(id, field.getValue());
            }
        });
    }

    private @Nullable Chainage chainage() {
        Integer begin = from.getValue();
        Integer end = to.getValue();
        Integer each = section.getValue();
        return begin == null || end == null || each == null || begin < 0 || end <= begin || each <= 0 || end > LONGEST
                || Math.ceilDiv(end - begin, each) > MOST_ZONES ? null : new Chainage(begin, end, each);
    }

    @Override
    boolean take(NewPlanForm form) {
        keep(form);
        clearFault();
        boolean sound = switch (form.extent(kinds.get(form.template().kind()))) {
            case BUILDINGS -> checkBuildings(form);
            case SECTIONS -> checkChainage();
            case PARTS -> valid(parts, parts.getValue() != null && parts.getValue() >= 1
                    && parts.getValue() <= MOST_ZONES, "new-plan.parts.absurd");
            case WHOLE -> true;
        };
        for (BigDecimalField field : measures.values()) {
            BigDecimal value = field.getValue();
            boolean good = value != null && value.compareTo(LEAST_MEASURE) >= 0 && value.compareTo(MOST_MEASURE) <= 0;
            field.setInvalid(!good);
            if (!good) {
                field.setErrorMessage(getTranslation("new-plan.measure.missing", MOST_MEASURE.toPlainString()));
                sound = false;
            }
        }
        return sound;
    }

    private boolean checkBuildings(NewPlanForm form) {
        try {
            BuildingTable.check(form.buildings);
            return true;
        } catch (Refusal refused) {
            return refuse(refused.in(messages, getLocale()));
        }
    }

    private boolean checkChainage() {
        Integer begin = from.getValue();
        Integer end = to.getValue();
        Integer each = section.getValue();
        boolean first = valid(from, begin != null && begin >= 0 && begin < LONGEST, "new-plan.chainage.from.absurd");
        boolean last = valid(to, end != null && begin != null && end > begin && end <= LONGEST,
                "new-plan.chainage.to.absurd");
        boolean length = valid(section, each != null && each > 0
                && (!first || !last || Math.ceilDiv(end - begin, each) <= MOST_ZONES),
                "new-plan.chainage.section.absurd");
        return first && last && length;
    }

    private boolean valid(IntegerField field, boolean good, String key) {
        field.setInvalid(!good);
        if (!good) {
            field.setErrorMessage(getTranslation(key, MOST_ZONES));
        }
        return good;
    }
}
