package city.renewal.plan.template.ui;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.plan.template.Building;
import city.renewal.plan.template.BuildingTable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The buildings of a compound: typed, pasted from a spreadsheet, or so many alike. */
final class BuildingRows extends Div {

    private static final int USUAL_COUNT = 12;
    private static final int USUAL_STAIRWELLS = 4;
    private static final int USUAL_AREA = 3_600;
    private static final int USUAL_HOUSEHOLDS = 48;

    private final transient Messages messages;
    private final Div rows = new Div();
    private final List<Row> buildings = new ArrayList<>();
    private final Paragraph total = new Paragraph();

    BuildingRows(Messages messages) {
        this.messages = messages;
        rows.addClassName("building-rows");
        total.addClassName("secondary");
        Button one = new Button(getTranslation("buildings.add"), VaadinIcon.PLUS.create(), click -> addAnother());
        add(alike(), pasted(), rows, one, total);
    }

    private Div alike() {
        IntegerField count = whole("buildings.count", USUAL_COUNT);
        count.setMax(BuildingTable.MOST);
        IntegerField stairwells = whole("buildings.stairwells", USUAL_STAIRWELLS);
        BigDecimalField area = new BigDecimalField(getTranslation("buildings.area"));
        area.setValue(BigDecimal.valueOf(USUAL_AREA));
        IntegerField households = whole("buildings.households", USUAL_HOUSEHOLDS);
        Button make = new Button(getTranslation("buildings.alike"), click -> {
            try {
                set(BuildingTable.alike(number(count), number(stairwells), amount(area), number(households)));
                count.setInvalid(false);
            } catch (Refusal refused) {
                count.setErrorMessage(refused.in(messages, getLocale()));
                count.setInvalid(true);
            }
        });
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(count, stairwells, area, households, make);
        fields.addClassName("wizard-row");
        return fields;
    }

    private Details pasted() {
        TextArea text = new TextArea(getTranslation("buildings.paste"));
        text.setHelperText(getTranslation("buildings.paste.help"));
        text.setWidthFull();
        text.setManualValidation(true);
        Button take = new Button(getTranslation("buildings.paste.take"), click -> {
            try {
                set(BuildingTable.parse(text.getValue()));
                text.setInvalid(false);
            } catch (Refusal refused) {
                text.setErrorMessage(refused.in(messages, getLocale()));
                text.setInvalid(true);
            }
        });
        return new Details(getTranslation("buildings.paste.title"), text, take);
    }

    private IntegerField whole(String key, int value) {
        IntegerField field = new IntegerField(getTranslation(key));
        field.setValue(value);
        field.setMin(1);
        return field;
    }

    private static int number(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? 0 : value;
    }

    private static BigDecimal amount(BigDecimalField field) {
        BigDecimal value = field.getValue();
        return value == null ? BigDecimal.ZERO : value;
    }

    /** Shows these buildings in place of the present ones. */
    void set(List<Building> shown) {
        rows.removeAll();
        buildings.clear();
        shown.forEach(this::addRow);
        count();
    }

    private void addAnother() {
        Building last = buildings.isEmpty()
                ? new Building("0", USUAL_STAIRWELLS, BigDecimal.valueOf(USUAL_AREA), USUAL_HOUSEHOLDS)
                : buildings.getLast().read();
        addRow(new Building(String.valueOf(buildings.size() + 1), last.stairwells(), last.area(), last.households()));
        buildings.getLast().number.focus();
        count();
    }

    private void addRow(Building building) {
        Row row = new Row(building);
        buildings.add(row);
        rows.add(row);
    }

    private void count() {
        total.setText(getTranslation("buildings.total", buildings.size()));
    }

    /** @return what stands in the rows, sound or not */
    List<Building> get() {
        return buildings.stream().map(Row::read).toList();
    }

    private final class Row extends Div {

        private final TextField number = new TextField();
        private final IntegerField stairwells = new IntegerField();
        private final BigDecimalField area = new BigDecimalField();
        private final IntegerField households = new IntegerField();

        private Row(Building building) {
            addClassName("building-row");
            number.setValue(building.number());
            number.setMaxLength(Building.LONGEST_NUMBER);
            stairwells.setValue(building.stairwells());
            area.setValue(building.area());
            households.setValue(building.households());
            number.setLabel(getTranslation("buildings.number-on-wall"));
            stairwells.setLabel(getTranslation("buildings.stairwells"));
            area.setLabel(getTranslation("buildings.area"));
            households.setLabel(getTranslation("buildings.households"));
            Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
                buildings.remove(this);
                rows.remove(this);
                count();
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            remove.setAriaLabel(getTranslation("buildings.remove", building.number()));
            add(number, stairwells, area, households, remove);
        }

        private Building read() {
            return new Building(number.getValue().strip(), BuildingRows.number(stairwells), amount(area),
                    BuildingRows.number(households));
        }
    }
}
