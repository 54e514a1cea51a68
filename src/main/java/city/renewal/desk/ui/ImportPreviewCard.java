package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.base.Messages;
import city.renewal.plan.interchange.ImportPreview;
import city.renewal.plan.interchange.PlanDocument;
import city.renewal.plan.interchange.PlanImports;
import city.renewal.plan.interchange.PlanTask;
import city.renewal.plan.interchange.PlanUpdate;
import city.renewal.plan.interchange.PlanUpdateWords;
import city.renewal.project.Project;
import city.renewal.schedule.Schedule;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an import would create and what it would leave out; nothing is written until the person says so. */
final class ImportPreviewCard extends Div {

    private static final int LONGEST_NAME = 200;

    ImportPreviewCard(PlanImports imports, ImportPreview preview, Actor actor, Messages messages) {
        addClassName("card");
        PlanDocument document = preview.placement().document();
        Schedule schedule = preview.placement().schedule();
        add(new H2(getTranslation("import.preview.title", preview.fileName())),
                new Paragraph(getTranslation("import.preview.facts", document.tasks().size(),
                        document.links().size(), document.calendars().size(), schedule.start().toString(),
                        schedule.finish().toString(), schedule.workingDays())));
        list("import.preview.held", preview.held(messages, getLocale()));
        list("import.preview.left-out", preview.leftOut(messages, getLocale()));
        TextField name = new TextField(getTranslation("import.name"));
        name.setValue(preview.title());
        name.setMaxLength(LONGEST_NAME);
        TextField code = new TextField(getTranslation("import.code"));
        code.setHelperText(getTranslation("import.code.help"));
        code.setMaxLength(32);
        Button store = new Button(getTranslation("import.store"), click -> {
            String wanted = emptyToNull(code.getValue());
            PlanUpdate update = imports.compare(preview, wanted).orElse(null);
            if (update != null && wanted != null) {
                new PlanUpdateDialog(wanted, update, new PlanUpdateWords(messages, getLocale()), () -> {
                    imports.update(actor, preview, wanted);
                    UI.getCurrent().navigate(PlanView.class, PlanPages.of(wanted));
                }).open();
                return;
            }
            Project project = imports.store(actor, preview, wanted,
                    name.getValue().isBlank() ? preview.title() : name.getValue().strip());
            UI.getCurrent().navigate(PlanView.class, PlanPages.of(project));
        });
        store.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        store.setDisableOnClick(false);
        Button leave = new Button(getTranslation("import.leave"), click -> removeFromParent());
        Div fields = new Div(name, code);
        fields.addClassName("import-fields");
        Div actions = new Div(store, leave);
        actions.addClassName("import-actions");
        add(tasks(document), fields, actions);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private void list(String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            UnorderedList list = new UnorderedList();
            sentences.forEach(sentence -> list.add(new ListItem(sentence)));
            add(new Paragraph(getTranslation(title)), list);
        }
    }

    private Grid<PlanTask> tasks(PlanDocument document) {
        Grid<PlanTask> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addColumn(task -> task.name()).setHeader(getTranslation("column.task")).setFlexGrow(3);
        grid.addColumn(task -> text(task.start())).setHeader(getTranslation("column.start")).setAutoWidth(true);
        grid.addColumn(task -> text(task.finish())).setHeader(getTranslation("column.finish")).setAutoWidth(true);
        grid.addColumn(task -> Math.round(task.progress().percent()) + "%")
                .setHeader(getTranslation("import.percent")).setAutoWidth(true);
        grid.setItems(document.tasks());
        grid.setHeight("320px");
        return grid;
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
