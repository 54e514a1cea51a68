package city.renewal.desk.ui;

import city.renewal.plan.interchange.PlanUpdate;
import city.renewal.plan.interchange.PlanUpdateWords;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/** What a file would change of a plan that is there already; nothing changes until the person says so. */
final class PlanUpdateDialog extends Dialog {

    /** @param carryOut changes the plan; the dialog closes before */
    PlanUpdateDialog(String project, PlanUpdate update, PlanUpdateWords words, Runnable carryOut) {
        setHeaderTitle(getTranslation("import.update.title", project));
        UnorderedList list = new UnorderedList();
        words.sentences(update).forEach(sentence -> list.add(new ListItem(sentence)));
        add(new Paragraph(getTranslation("import.update.help")), list);
        Button change = new Button(getTranslation("import.update"), click -> {
            close();
            carryOut.run();
        });
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        change.setEnabled(!update.isEmpty());
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), change);
        setWidth("40rem");
    }
}
