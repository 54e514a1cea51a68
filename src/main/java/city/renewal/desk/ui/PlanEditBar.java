package city.renewal.desk.ui;

import city.renewal.gantt.ui.RowsCommand;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Buttons for what is done to the chosen rows, each with the key that does the same. */
final class PlanEditBar extends Div {

    PlanEditBar(PlanGridEditing editing) {
        addClassName("plan-edit-bar");
        getElement().setAttribute("role", "toolbar");
        getElement().setAttribute("aria-label", getTranslation("plan.edit"));
        command("plan.add", VaadinIcon.PLUS, () -> editing.command(RowsCommand.ADD));
        command("plan.indent", VaadinIcon.ARROW_RIGHT, () -> editing.command(RowsCommand.INDENT));
        command("plan.outdent", VaadinIcon.ARROW_LEFT, () -> editing.command(RowsCommand.OUTDENT));
        command("plan.up", VaadinIcon.ARROW_UP, () -> editing.command(RowsCommand.UP));
        command("plan.down", VaadinIcon.ARROW_DOWN, () -> editing.command(RowsCommand.DOWN));
        command("plan.copy", VaadinIcon.COPY_O, () -> editing.command(RowsCommand.COPY));
        command("plan.remove", VaadinIcon.TRASH, () -> editing.command(RowsCommand.REMOVE));
        command("plan.undo", VaadinIcon.ARROW_BACKWARD, editing::undo).addClickShortcut(Key.KEY_Z, KeyModifier.CONTROL);
        command("plan.redo", VaadinIcon.ARROW_FORWARD, editing::redo).addClickShortcut(Key.KEY_Y, KeyModifier.CONTROL);
        command("plan.keys", VaadinIcon.KEYBOARD_O, () -> new KeyboardHelp().open());
    }

    /** @param key name of the command in the bundles */
    private Button command(String key, VaadinIcon icon, Runnable run) {
        Button button = new Button(icon.create(), click -> run.run());
        String name = getTranslation(key);
        button.setAriaLabel(name);
        button.setTooltipText(name + " · " + getTranslation("plan.key." + key.substring(key.indexOf('.') + 1)));
        button.setId(key.replace('.', '-'));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        add(button);
        return button;
    }
}
