package city.renewal.visit.ui;

import city.renewal.base.Words;
import city.renewal.base.ui.DeskCard;
import city.renewal.consent.RegisterSummary;
import city.renewal.plan.WorkType;
import city.renewal.plan.WorkTypes;
import city.renewal.visit.NewWork;
import city.renewal.visit.VisitWork;
import city.renewal.visit.WorkTask;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The works inside homes, and a form for another. */
public final class WorksCard extends DeskCard {

    private final transient VisitContext context;
    private final transient WorkTypes types;
    private final transient Runnable changed;
    private final UnorderedList list = new UnorderedList();
    private final TextField title = new TextField(getTranslation("visit.work.title"));
    private final TextField titleEn = new TextField(getTranslation("visit.work.title-en"));
    private final TextField prepare = new TextField(getTranslation("visit.work.prepare"));
    private final TextField prepareEn = new TextField(getTranslation("visit.work.prepare-en"));
    private final ComboBox<WorkType> type = new ComboBox<>(getTranslation("visit.work.type"));
    private final MultiSelectComboBox<RegisterSummary> buildings =
            new MultiSelectComboBox<>(getTranslation("visit.work.buildings"));
    private final transient List<WorkTask> tasks;
    private final ComboBox<WorkTask> task = taskField();

    /**
     * @param summary buildings of the register
     * @param changed called when a work came or went
     */
    public WorksCard(VisitContext context, WorkTypes types, List<RegisterSummary> summary, Runnable changed) {
        super(context.text("visit.works.title"), context.messages());
        this.context = context;
        this.types = types;
        this.changed = changed;
        this.tasks = context.services().works().tasks(context.project().id());
        setId("visit-works");
        title.setMaxLength(NewWork.LONGEST_TITLE);
        titleEn.setMaxLength(2 * NewWork.LONGEST_TITLE);
        prepare.setMaxLength(NewWork.LONGEST_PREPARE);
        prepareEn.setMaxLength(2 * NewWork.LONGEST_PREPARE);
        type.setItems(types.all());
        type.setItemLabelGenerator(each -> each.name().in(getLocale()));
        type.setHelperText(getTranslation("visit.work.type.help"));
        buildings.setItems(summary);
        buildings.setItemLabelGenerator(each -> each.names().in(getLocale()));
        task.setItems(tasks);
        task.setHelperText(getTranslation(tasks.isEmpty() ? "visit.work.task.none" : "visit.work.task.help"));
        Button save = new Button(getTranslation("visit.work.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(title, titleEn, prepare, prepareEn, type, buildings, task, save);
        fields.addClassName("desk-fields");
        list.addClassName("visit-list");
        add(list, fields);
        show();
    }

    private void show() {
        list.removeAll();
        context.services().works().of(context.project().id()).forEach(work -> list.add(line(work)));
    }

    private ListItem line(VisitWork work) {
        Span kind = new Span(types.find(work.workType()).map(each -> each.name().in(getLocale())).orElse(""));
        kind.addClassName("secondary");
        Button remove = new Button(getTranslation("visit.work.remove"), click -> attempt(() -> {
            context.services().works().remove(context.actor(), work.id());
            show();
            changed.run();
            return getTranslation("visit.work.removed", work.titles().in(getLocale()));
        }));
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        Div head = new Div(new Span(work.titles().in(getLocale())), kind, remove);
        head.addClassName("visit-head");
        ListItem line = new ListItem(head);
        if (work.taskId() != null || !tasks.isEmpty()) {
            line.add(link(work));
        }
        return line;
    }

    /** What is chosen here holds at once; a task that the plan has no longer is said to be gone. */
    private ComboBox<WorkTask> link(VisitWork work) {
        ComboBox<WorkTask> field = taskField();
        field.setItems(tasks);
        tasks.stream().filter(each -> Objects.equals(each.id(), work.taskId())).findFirst().ifPresentOrElse(
                field::setValue, () -> {
                    field.setInvalid(work.taskId() != null);
                    field.setErrorMessage(getTranslation("visit.work.task.gone"));
                });
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                attempt(() -> {
                    WorkTask chosen = change.getValue();
                    context.services().works().link(context.actor(), work.id(), chosen == null ? null : chosen.id());
                    return chosen == null ? getTranslation("visit.work.unlinked", work.titles().in(getLocale()))
                            : getTranslation("visit.work.linked", work.titles().in(getLocale()),
                                    chosen.names().in(getLocale()));
                });
                show();
            }
        });
        return field;
    }

    private ComboBox<WorkTask> taskField() {
        ComboBox<WorkTask> field = new ComboBox<>(getTranslation("visit.work.task"));
        field.setManualValidation(true);
        field.setClearButtonVisible(true);
        field.setItemLabelGenerator(each -> each.names().in(getLocale()));
        field.addClassName("visit-task");
        return field;
    }

    private void save() {
        attempt(() -> {
            String before = prepare.getValue().strip();
            context.services().works().add(context.actor(), context.project().id(), new NewWork(
                    new Words(title.getValue().strip(), orNull(titleEn)),
                    before.isEmpty() ? null : new Words(before, orNull(prepareEn)),
                    type.getValue() == null ? "" : type.getValue().id(),
                    buildings.getValue().stream().map(RegisterSummary::placeId).collect(Collectors.toSet()),
                    task.isEmpty() ? null : task.getValue().id()));
            String saved = title.getValue().strip();
            List.of(title, titleEn, prepare, prepareEn).forEach(TextField::clear);
            show();
            changed.run();
            return getTranslation("visit.work.saved", saved);
        });
    }

    private static @Nullable String orNull(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }
}
