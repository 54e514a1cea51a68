package city.renewal.desk.ui;

import city.renewal.base.Formats;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.base.ui.DateField;
import city.renewal.plan.DurationText;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.StoredCalendar;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.plan.WorkType;
import city.renewal.plan.ui.TaskTyping;
import city.renewal.project.Kinds;
import city.renewal.project.Place;
import city.renewal.schedule.ConstraintType;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a planner decides about one task. What is wrong is said at its field, and nothing is sent until it is
 * right.
 */
final class TaskFactsForm extends Div {

    private final transient Formats formats;
    private final transient BiConsumer<Task, TaskInput> save;
    private final TextField name = new TextField(getTranslation("gantt.column.name"));
    private final TextField publicName = new TextField(getTranslation("task.public-name"));
    private final TextField nameEn = new TextField(getTranslation("task.name-en"));
    private final TextField code = new TextField(getTranslation("column.code"));
    private final Select<String> itemClass = new Select<>();
    private final TextField duration = new TextField(getTranslation("task.duration"));
    private final Select<ConstraintType> constraint = new Select<>();
    private final DateField constraintOn;
    private final BigDecimalField quantity = new BigDecimalField(getTranslation("task.planned"));
    private final ComboBox<String> unit = new ComboBox<>(getTranslation("task.unit"));
    private final BigDecimalField weight = new BigDecimalField(getTranslation("task.weight"));
    private final ComboBox<Place> place = new ComboBox<>(getTranslation("task.place"));
    private final ComboBox<WorkType> workType = new ComboBox<>(getTranslation("task.work-type"));
    private final TextField crew = new TextField(getTranslation("task.crew"));
    private final Select<StoredCalendar> calendar = new Select<>();
    private final TextArea notes = new TextArea(getTranslation("task.notes"));
    private final List<HasValidation> wrong = new ArrayList<>();
    private final transient List<Place> places;
    private final transient List<WorkType> workTypes;
    private transient List<StoredCalendar> offered = List.of();
    private transient @Nullable Task shown;
    private transient LocalDate planStart = LocalDate.EPOCH;

    /** @param save is given the task as it was shown and what was made of it */
    TaskFactsForm(Kinds kinds, List<WorkType> workTypes, List<Place> places, TaskTyping typing, Formats formats,
                  BiConsumer<Task, TaskInput> save) {
        this.formats = formats;
        this.save = save;
        this.places = places;
        this.workTypes = workTypes;
        constraintOn = new DateField(getTranslation("task.constraint-on"), formats.locale());
        addClassName("task-form");
        name.setMaxLength(TaskInput.LONGEST_NAME);
        publicName.setMaxLength(TaskInput.LONGEST_NAME);
        nameEn.setMaxLength(TaskInput.LONGEST_NAME);
        code.setMaxLength(TaskInput.LONGEST_CODE);
        crew.setMaxLength(TaskInput.LONGEST_CREW);
        notes.setMaxLength(TaskInput.LONGEST_NOTES);
        duration.setHelperText(getTranslation("task.duration.help"));
        publicName.setHelperText(getTranslation("task.public-name.help"));
        weight.setHelperText(getTranslation("task.weight.help"));
        choice(itemClass, "gantt.column.class", TaskInput.CLASSES, typing::className);
        itemClass.setEmptySelectionAllowed(true);
        choice(constraint, "task.constraint", List.of(ConstraintType.values()),
                type -> type == null ? ""
                        : getTranslation("constraint." + type.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        constraint.addValueChangeListener(event -> showConstraintDate());
        unit.setItems(kinds.units().keySet());
        unit.setItemLabelGenerator(id -> kinds.unit(id).in(formats.locale()));
        place.setItems(places);
        place.setItemLabelGenerator(each -> new Words(each.name(), each.nameEn()).in(formats.locale()));
        place.setClearButtonVisible(true);
        workType.setItems(workTypes);
        workType.setItemLabelGenerator(each -> each.name().in(formats.locale()));
        workType.setClearButtonVisible(true);
        calendar.setLabel(getTranslation("task.calendar"));
        calendar.setEmptySelectionAllowed(true);
        calendar.setEmptySelectionCaption(getTranslation("task.calendar.plan"));
        calendar.setItemLabelGenerator(each -> each == null ? getTranslation("task.calendar.plan") : each.name());
        Button done = new Button(getTranslation("action.save"), click -> send());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        done.setId("task-save");
        FormLayout form = new FormLayout(name, duration, itemClass, quantity, unit, constraint, constraintOn, place,
                workType, crew, calendar, weight, code, publicName, nameEn, notes);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 2));
        Stream.<Component>of(name, publicName, nameEn, notes).forEach(wide -> form.setColspan(wide, 2));
        add(form, done);
    }

    private <T> void choice(Select<T> select, String key, List<T> items, Function<T, String> label) {
        select.setLabel(getTranslation(key));
        select.setItems(items);
        select.setItemLabelGenerator(label::apply);
    }

    /** The same calendars are not offered again: the browser would build the whole list anew after each edit. */
    private void offer(List<StoredCalendar> calendars) {
        if (!calendars.equals(offered)) {
            offered = calendars;
            calendar.setItems(calendars);
        }
    }

    private void showConstraintDate() {
        constraintOn.setVisible(constraint.getValue() != null && constraint.getValue().needsDate());
    }

    /** @param summary whether tasks lie below it, so that its dates and quantity follow from theirs */
    void show(Task task, boolean summary, PlanSnapshot plan) {
        if (shown != null && shown.id() == task.id() && shown.version() == task.version()) {
            return;
        }
        shown = task;
        planStart = plan.head().startsOn();
        TaskInput input = task.input();
        clearErrors();
        offer(plan.calendars());
        name.setValue(input.name());
        publicName.setValue(orEmpty(input.publicName()));
        nameEn.setValue(orEmpty(input.nameEn()));
        code.setValue(orEmpty(input.code()));
        itemClass.setValue(input.itemClass());
        duration.setValue(DurationText.print(input.durationMinutes()));
        constraint.setValue(input.constraintType());
        constraintOn.setValue(input.constraintOn());
        showConstraintDate();
        quantity.setValue(input.plannedQuantity().stripTrailingZeros());
        unit.setValue(input.unit());
        weight.setValue(input.weight());
        place.setValue(places.stream().filter(each -> Long.valueOf(each.id()).equals(input.placeId())).findFirst()
                .orElse(null));
        workType.setValue(workTypes.stream().filter(each -> each.id().equals(input.workType())).findFirst()
                .orElse(null));
        crew.setValue(orEmpty(input.crew()));
        calendar.setValue(plan.calendars().stream().filter(each -> Long.valueOf(each.id()).equals(input.calendarId()))
                .findFirst().orElse(null));
        notes.setValue(orEmpty(input.notes()));
        Stream.<Component>of(duration, constraint, quantity, unit, weight, calendar)
                .forEach(field -> field.setVisible(!summary));
        constraintOn.setVisible(!summary && constraintOn.isVisible());
    }

    private void send() {
        clearErrors();
        Task task = shown;
        if (task == null) {
            return;
        }
        if (name.getValue().isBlank()) {
            fail(name, new Refusal("plan.task.name", TaskInput.LONGEST_NAME));
        }
        failIfLong(new Refusal("plan.task.name", TaskInput.LONGEST_NAME), name, publicName, nameEn);
        failIfLong(new Refusal("plan.task.text", ""), code, crew);
        if (notes.getValue().length() > TaskInput.LONGEST_NOTES) {
            fail(notes, new Refusal("plan.task.text", ""));
        }
        int minutes = task.input().durationMinutes();
        try {
            minutes = DurationText.parse(duration.getValue());
        } catch (Refusal refused) {
            fail(duration, refused);
        }
        if (!kept(quantity.getValue(), false)) {
            fail(quantity, new Refusal("plan.task.quantity", name.getValue()));
        }
        if (unit.getValue() == null) {
            fail(unit, new Refusal("plan.unit.unknown", ""));
        }
        if (weight.getValue() != null && !kept(weight.getValue(), true)) {
            fail(weight, new Refusal("plan.task.weight", name.getValue()));
        }
        boolean dated = constraint.getValue().needsDate();
        if (dated && constraintOn.getValue() == null) {
            fail(constraintOn, new Refusal("plan.constraint.date", name.getValue()));
        } else if (dated && Math.abs(constraintOn.getValue().getYear() - planStart.getYear()) > TaskInput.FARTHEST_YEARS) {
            fail(constraintOn, new Refusal("plan.date.far", constraintOn.getValue().toString(),
                    TaskInput.FARTHEST_YEARS));
        }
        if (wrong.isEmpty()) {
            save.accept(task, input(task.input(), minutes, dated));
        }
    }

    private TaskInput input(TaskInput before, int minutes, boolean dated) {
        return new TaskInput(before.parentId(), before.sortOrder(), orNull(code.getValue()), name.getValue().strip(),
                orNull(publicName.getValue()), orNull(nameEn.getValue()), itemClass.getValue(), minutes == 0, minutes,
                constraint.getValue(), dated ? constraintOn.getValue() : null,
                calendar.getValue() == null ? null : calendar.getValue().id(),
                place.getValue() == null ? null : place.getValue().id(), quantity.getValue(), unit.getValue(),
                weight.getValue(), orNull(notes.getValue()),
                workType.getValue() == null ? null : workType.getValue().id(), orNull(crew.getValue()));
    }

    private void failIfLong(Refusal refusal, TextField... fields) {
        for (TextField field : fields) {
            if (field.getValue().strip().length() > field.getMaxLength()) {
                fail(field, refusal);
            }
        }
    }

    /** @return whether there is room for the number, and something left of it with the decimals that are kept */
    private static boolean kept(@Nullable BigDecimal number, boolean zeroToo) {
        return number != null && number.signum() >= 0 && number.compareTo(TaskInput.LARGEST_QUANTITY) <= 0
                && (zeroToo || number.setScale(TaskInput.QUANTITY_SCALE, RoundingMode.HALF_UP).signum() > 0);
    }

    private void fail(HasValidation field, Refusal refusal) {
        field.setErrorMessage(refusal.in(formats.messages(), formats.locale()));
        field.setInvalid(true);
        wrong.add(field);
    }

    private void clearErrors() {
        wrong.forEach(field -> field.setInvalid(false));
        wrong.clear();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
