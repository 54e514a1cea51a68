package city.renewal.plan.ui;

import city.renewal.base.Names;
import city.renewal.base.ui.DateField;
import city.renewal.plan.CalendarChange;
import city.renewal.plan.CalendarState;
import city.renewal.plan.HolidayCalendars;
import city.renewal.plan.HolidayCalendars.Pattern;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.StoredCalendar;
import city.renewal.plan.Task;
import city.renewal.plan.WorkType;
import city.renewal.plan.WorkTypes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a planner can do to the calendars of a plan. Each form hands over one change to be looked at. */
public final class CalendarForms extends Div {

    private static final int LONGEST_REASON = 300;

    private final transient PlanSnapshot plan;
    private final transient StoredCalendar shown;
    private final transient WorkTypes types;
    private final transient Locale locale;
    private final transient Consumer<CalendarChange> asked;

    /**
     * @param shown the calendar that single days and use are changed of
     * @param asked told what to look at
     */
    public CalendarForms(PlanSnapshot plan, StoredCalendar shown, HolidayCalendars holidays, WorkTypes types,
                         Locale locale, Consumer<CalendarChange> asked) {
        this.plan = plan;
        this.shown = shown;
        this.types = types;
        this.locale = locale;
        this.asked = asked;
        addClassName("calendar-forms");
        add(details("calendar.days.title", days()), details("calendar.use.title", use()),
                details("calendar.tasks.title", tasks()), details("calendar.add.title", added(holidays)));
    }

    private Details details(String title, Component content) {
        return new Details(getTranslation(title, Names.of(shown.name()).in(locale)), content);
    }

    private Component days() {
        DateField day = new DateField(getTranslation("calendar.day"), locale);
        RadioButtonGroup<Boolean> worked = new RadioButtonGroup<>(getTranslation("calendar.day.is"));
        worked.setItems(false, true);
        worked.setItemLabelGenerator(each -> getTranslation(each ? "calendar.day.worked" : "calendar.day.off"));
        worked.setValue(false);
        TextField reason = new TextField(getTranslation("calendar.reason"));
        reason.setMaxLength(LONGEST_REASON);
        Button look = look("calendar-day-preview", () -> {
            day.setInvalid(day.isEmpty());
            day.setErrorMessage(getTranslation("window.date.missing"));
            reason.setInvalid(reason.getValue().isBlank());
            reason.setErrorMessage(getTranslation("calendar.reason.missing"));
            if (!day.isEmpty() && !reason.getValue().isBlank()) {
                CalendarState now = CalendarState.of(shown);
                asked.accept(new CalendarChange.Change(shown.id(), now, now.withDay(day.getValue(), worked.getValue()),
                        reason.getValue().strip()));
            }
        });
        return row(day, worked, reason, look);
    }

    private Component use() {
        Checkbox night = new Checkbox(getTranslation("calendar.night"), shown.night());
        MultiSelectComboBox<WorkType> chosen = types();
        chosen.setValue(types.all().stream().filter(type -> shown.workTypes().contains(type.id()))
                .collect(Collectors.toSet()));
        Button look = look("calendar-use-preview", () -> {
            CalendarState now = CalendarState.of(shown);
            asked.accept(new CalendarChange.Change(shown.id(), now, now.withUse(night.getValue(), ids(chosen)), null));
        });
        Button choose = new Button(getTranslation("calendar.choose"),
                click -> asked.accept(new CalendarChange.Choose(shown.id())));
        choose.setId("calendar-choose");
        choose.setVisible(shown.id() != plan.calendar().id());
        return row(chosen, night, look, choose);
    }

    private Component tasks() {
        MultiSelectComboBox<Task> tasks = new MultiSelectComboBox<>(getTranslation("calendar.tasks"));
        Set<Long> summaries = plan.children().keySet();
        tasks.setItems(plan.tasks().stream()
                .filter(task -> !summaries.contains(task.id()) && !task.input().milestone() && !task.finished())
                .toList());
        tasks.setItemLabelGenerator(task -> task.names().in(locale));
        tasks.setWidthFull();
        Checkbox none = new Checkbox(getTranslation("calendar.tasks.none"));
        Button look = look("calendar-tasks-preview", () -> {
            tasks.setInvalid(tasks.isEmpty());
            tasks.setErrorMessage(getTranslation("calendar.tasks.missing"));
            if (!tasks.isEmpty()) {
                asked.accept(new CalendarChange.Assign(
                        tasks.getValue().stream().map(Task::id).collect(Collectors.toSet()),
                        none.getValue() ? null : Long.valueOf(shown.id())));
            }
        });
        return row(tasks, none, look);
    }

    private Component added(HolidayCalendars holidays) {
        Select<Pattern> pattern = new Select<>();
        pattern.setLabel(getTranslation("calendar.pattern"));
        pattern.setItems(holidays.patterns());
        pattern.setItemLabelGenerator(each -> each == null ? getTranslation("calendar.pattern.week")
                : each.name().in(locale));
        pattern.setEmptySelectionAllowed(true);
        pattern.setEmptySelectionCaption(getTranslation("calendar.pattern.week"));
        CheckboxGroup<DayOfWeek> week = new CheckboxGroup<>(getTranslation("calendar.week"));
        week.setItems(DayOfWeek.values());
        week.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale));
        TextField name = new TextField(getTranslation("calendar.name"));
        name.setMaxLength(CalendarState.LONGEST_NAME);
        pattern.addValueChangeListener(change -> {
            week.setVisible(change.getValue() == null);
            if (change.getValue() != null && name.isEmpty()) {
                name.setValue(change.getValue().name().in(locale));
            }
        });
        Checkbox night = new Checkbox(getTranslation("calendar.night"));
        MultiSelectComboBox<WorkType> chosen = types();
        Button look = look("calendar-add-preview", () -> {
            name.setInvalid(name.getValue().isBlank());
            name.setErrorMessage(getTranslation("calendar.name.missing", CalendarState.LONGEST_NAME));
            week.setInvalid(pattern.isEmpty() && week.isEmpty());
            week.setErrorMessage(getTranslation("calendar.week.empty"));
            if (!name.isInvalid() && !week.isInvalid()) {
                asked.accept(new CalendarChange.Add(new CalendarState(name.getValue().strip(),
                        pattern.isEmpty() ? week.getValue() : pattern.getValue().week(), night.getValue(),
                        ids(chosen), daysOf(holidays, pattern))));
            }
        });
        return row(name, pattern, week, chosen, night, look);
    }

    private static Map<LocalDate, Boolean> daysOf(HolidayCalendars holidays, Select<Pattern> pattern) {
        return pattern.isEmpty() ? Map.of() : holidays.calendar(pattern.getValue().id()).exceptions();
    }

    private MultiSelectComboBox<WorkType> types() {
        MultiSelectComboBox<WorkType> box = new MultiSelectComboBox<>(getTranslation("calendar.types"));
        box.setItems(types.all());
        box.setItemLabelGenerator(type -> type.name().in(locale));
        box.setHelperText(getTranslation("calendar.types.help"));
        return box;
    }

    private static Set<String> ids(MultiSelectComboBox<WorkType> chosen) {
        return chosen.getValue().stream().map(WorkType::id).collect(Collectors.toSet());
    }

    private Button look(String id, Runnable run) {
        Button look = new Button(getTranslation("window.preview"), click -> run.run());
        look.setId(id);
        return look;
    }

    private static Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("calendar-row");
        return row;
    }
}
