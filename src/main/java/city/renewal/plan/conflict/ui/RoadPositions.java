package city.renewal.plan.conflict.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.plan.conflict.RoadConflicts;
import city.renewal.plan.conflict.RoadConflicts.PlacedProject;
import city.renewal.plan.conflict.RoadPosition;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says where projects lie along roads; without it works of two projects cannot be known to meet. */
public final class RoadPositions extends Div {

    private final transient RoadConflicts conflicts;
    private final transient Messages messages;
    private final transient Actor actor;
    private final transient Runnable changed;
    private final ComboBox<PlacedProject> project = new ComboBox<>();
    private final TextField road = new TextField();
    private final BigDecimalField from = new BigDecimalField();
    private final BigDecimalField to = new BigDecimalField();
    private final Checkbox newRoad = new Checkbox(getTranslation("conflict.road.new"));

    /** @param changed called after a project was placed */
    public RoadPositions(RoadConflicts conflicts, Actor actor, Messages messages, Runnable changed) {
        this.conflicts = conflicts;
        this.messages = messages;
        this.actor = actor;
        this.changed = changed;
        project.setLabel(getTranslation("conflict.project"));
        project.setItems(conflicts.projects());
        project.setItemLabelGenerator(each -> each.code() + " " + each.names().in(getLocale()));
        project.addValueChangeListener(change -> show(change.getValue()));
        road.setLabel(getTranslation("conflict.road"));
        road.setMaxLength(RoadPosition.LONGEST_ROAD);
        from.setLabel(getTranslation("conflict.road.from"));
        to.setLabel(getTranslation("conflict.road.to"));
        Button save = new Button(getTranslation("action.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(project, road, from, to, newRoad, save);
        fields.addClassName("conflict-fields");
        add(new Paragraph(getTranslation("conflict.road.help")), fields);
    }

    private void show(@Nullable PlacedProject chosen) {
        List.<HasValidation>of(road, from, to).forEach(field -> field.setInvalid(false));
        RoadPosition position = chosen == null ? null : chosen.position();
        road.setValue(position == null ? "" : position.road());
        from.setValue(position == null ? null : position.from());
        to.setValue(position == null ? null : position.to());
        newRoad.setValue(position != null && position.newRoad());
    }

    private void save() {
        List.<HasValidation>of(road, from, to).forEach(field -> field.setInvalid(false));
        PlacedProject chosen = project.getValue();
        project.setInvalid(chosen == null);
        project.setErrorMessage(getTranslation("conflict.project.missing"));
        if (chosen == null) {
            return;
        }
        try {
            conflicts.place(actor, chosen.id(), road.isEmpty() ? null : new RoadPosition(road.getValue().strip(),
                    from.getOptionalValue().orElse(BigDecimal.ZERO), to.getOptionalValue().orElse(BigDecimal.ZERO),
                    newRoad.getValue()));
        } catch (Refusal refusal) {
            to.setErrorMessage(refusal.in(messages, getLocale()));
            to.setInvalid(true);
            return;
        }
        project.setItems(conflicts.projects());
        changed.run();
    }
}
