package city.renewal.consent.ui;

import city.renewal.account.Actor;
import city.renewal.base.Refusal;
import city.renewal.consent.Household;
import city.renewal.consent.HouseholdRegister;
import city.renewal.consent.RegisterSummary;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;

/** Names one household by what is on its door. No list of doors is ever shown. */
public final class DoorFields extends Div {

    private final ComboBox<RegisterSummary> building = new ComboBox<>(getTranslation("register.field.building"));
    private final TextField stairwell = new TextField(getTranslation("register.field.stairwell"));
    private final TextField door = new TextField(getTranslation("register.field.door"));

    public DoorFields(List<RegisterSummary> summary) {
        addClassName("desk-row");
        building.setItems(summary);
        building.setItemLabelGenerator(each -> each.names().in(getLocale()));
        building.setClearButtonVisible(true);
        stairwell.setMaxLength(16);
        door.setMaxLength(32);
        add(building, stairwell, door);
    }

    Optional<RegisterSummary> building() {
        return Optional.ofNullable(building.getValue());
    }

    boolean namesDoor() {
        return !door.getValue().isBlank();
    }

    /** @throws Refusal when the register has no such door */
    public Household find(HouseholdRegister register, Actor actor, long projectId) {
        return register.find(actor, projectId, building().orElseThrow(() -> new Refusal("register.door.unknown"))
                .placeId(), stairwell.getValue(), door.getValue());
    }

    public void clearDoor() {
        door.clear();
    }
}
