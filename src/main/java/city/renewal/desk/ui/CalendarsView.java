package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.plan.CalendarChange;
import city.renewal.plan.CalendarPreview;
import city.renewal.plan.HolidayCalendars;
import city.renewal.plan.PlanCalendars;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.StoredCalendar;
import city.renewal.plan.WorkType;
import city.renewal.plan.WorkTypes;
import city.renewal.plan.ui.CalendarForms;
import city.renewal.plan.ui.CalendarMonths;
import city.renewal.plan.window.ui.WindowWords;
import city.renewal.project.Kinds;
import city.renewal.project.Projects;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The calendars of a plan as months one can read, and for planners what changes them. Its address names the calendar,
 * the type of work whose windows are shown, and the first month.
 */
@Route(value = "desk/plan/:code/calendars", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/calendars.css")
public final class CalendarsView extends PlanPageView {

    private static final String CALENDAR = "calendar";
    private static final String TYPE = "type";
    private static final String YEAR = "year";
    private static final int SHOWN_MILLIS = 4_000;

    private final transient PlanCalendars calendars;
    private final transient PlanEditing editing;
    private final transient HolidayCalendars holidays;
    private final transient WorkTypes types;
    private final transient Messages messages;
    private final transient Clock clock;
    private final transient WindowWords words;
    private final Actor actor = SignedIn.required();
    private final boolean mayEdit = actor.is(Role.PLANNER, Role.ADMINISTRATOR);
    private final Div preview = new Div();

    CalendarsView(Projects projects, Plans plans, PlanCalendars calendars, PlanEditing editing,
                  HolidayCalendars holidays, WorkTypes types, Kinds kinds, Messages messages, ChangeFeed feed,
                  Clock clock) {
        super(projects, plans, messages, feed);
        this.calendars = calendars;
        this.editing = editing;
        this.holidays = holidays;
        this.types = types;
        this.messages = messages;
        this.clock = clock;
        words = new WindowWords(formats, kinds, types);
        preview.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    String name() {
        return "calendars";
    }

    @Override
    String title() {
        return getTranslation("plan.page.calendars");
    }

    @Override
    Component[] actions() {
        if (!mayEdit) {
            return new Component[0];
        }
        Button undo = new Button(getTranslation("plan.undo"), VaadinIcon.ARROW_BACKWARD.create(), click ->
                tell(() -> editing.undo(actor, project().id())));
        undo.setId("calendar-undo");
        undo.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return new Component[] {undo};
    }

    @Override
    void show(PlanSnapshot plan, Div into) {
        preview.removeAll();
        StoredCalendar shown = plan.calendars().stream()
                .filter(each -> String.valueOf(each.id()).equals(parameter(CALENDAR)))
                .findFirst()
                .orElse(plan.calendar());
        WorkType type = types.find(parameter(TYPE)).orElse(null);
        int start = plan.head().startsOn().getYear();
        int year = number(YEAR, start - 10, start + 30, Math.max(start, plans.today().getYear()));
        into.add(choices(plan, shown, type, year), facts(plan, shown));
        if (mayEdit) {
            into.add(new CalendarForms(plan, shown, holidays, types, getLocale(), this::look), preview);
        }
        into.add(new CalendarMonths(plan, shown, type == null ? null : type.id(), YearMonth.of(year, 1), holidays,
                formats), windows(plan), notes());
    }

    private Div choices(PlanSnapshot plan, StoredCalendar shown, @Nullable WorkType type, int year) {
        Select<StoredCalendar> calendar = new Select<>();
        calendar.setLabel(getTranslation("calendar.shown"));
        calendar.setItems(plan.calendars());
        calendar.setItemLabelGenerator(each -> formats.name(each.name()));
        calendar.setValue(shown);
        calendar.setId("calendar-shown");
        calendar.addValueChangeListener(change -> to(CALENDAR, String.valueOf(change.getValue().id())));
        Select<WorkType> work = new Select<>();
        work.setLabel(getTranslation("calendar.windows-of"));
        work.setItems(types.all());
        work.setItemLabelGenerator(each -> each == null ? getTranslation("calendar.windows-of.any")
                : each.name().in(getLocale()));
        work.setEmptySelectionAllowed(true);
        work.setEmptySelectionCaption(getTranslation("calendar.windows-of.any"));
        work.setValue(type);
        work.addValueChangeListener(change -> to(TYPE, change.getValue() == null ? "" : change.getValue().id()));
        Button before = new Button("‹ " + (year - 1), click -> to(YEAR, String.valueOf(year - 1)));
        Button after = new Button(year + 1 + " ›", click -> to(YEAR, String.valueOf(year + 1)));
        Div row = new Div(calendar, work, before, after);
        row.addClassName("calendar-row");
        return row;
    }

    private void to(String name, String value) {
        Map<String, String> parameters = new HashMap<>();
        for (String each : new String[] {CALENDAR, TYPE, YEAR}) {
            String kept = each.equals(name) ? value : parameter(each);
            if (!kept.isEmpty()) {
                parameters.put(each, kept);
            }
        }
        goTo(QueryParameters.simple(parameters));
    }

    private Div facts(PlanSnapshot plan, StoredCalendar shown) {
        Div facts = new Div();
        facts.addClassName("calendar-facts");
        if (shown.id() == plan.calendar().id()) {
            facts.add(badge("calendar.is-usual", "badge-good"));
        }
        if (shown.night()) {
            facts.add(badge("calendar.night", "tone-warning"));
        }
        shown.workTypes().stream().sorted().forEach(id -> types.find(id).ifPresent(type -> {
            Span badge = new Span(type.name().in(getLocale()));
            badge.addClassName("badge");
            facts.add(badge);
        }));
        long followers = plan.tasks().stream()
                .filter(task -> plan.days().beforeWindows(task.input()).id() == shown.id())
                .count();
        Span count = new Span(getTranslation("calendar.followers", followers));
        count.addClassName("secondary");
        facts.add(count);
        return facts;
    }

    private Span badge(String key, String style) {
        Span badge = new Span(getTranslation(key));
        badge.addClassNames("badge", style);
        return badge;
    }

    private Div windows(PlanSnapshot plan) {
        Div part = new Div(new H2(getTranslation("calendar.windows")));
        UnorderedList list = new UnorderedList();
        plan.days().windows().forEach(window -> list.add(new ListItem(
                words.label(window) + " · " + window.words().in(getLocale()))));
        part.add(plan.days().windows().isEmpty() ? new Paragraph(getTranslation("calendar.windows.none")) : list);
        return part;
    }

    private Div notes() {
        Div part = new Div();
        UnorderedList list = new UnorderedList();
        calendars.notes(project().id()).forEach(note -> list.add(new ListItem(getTranslation("calendar.note",
                note.reason(), note.author(), formats.moment(note.at(), clock.getZone())))));
        if (list.getComponentCount() > 0) {
            part.add(new H2(getTranslation("calendar.notes")), list);
        }
        return part;
    }

    private void look(CalendarChange change) {
        preview.removeAll();
        tell(() -> {
            CalendarPreview seen = calendars.preview(actor, project().id(), change);
            preview.add(card(seen));
        });
    }

    private Div card(CalendarPreview seen) {
        Div card = new Div(new Paragraph(seen.moved().isEmpty()
                ? getTranslation("calendar.preview.nothing")
                : getTranslation("calendar.preview.summary", seen.moved().size(), date(seen.finishBefore()),
                        date(seen.finishAfter()), moves(seen.finishMoves()))));
        card.addClassNames("card", "calendar-preview");
        UnorderedList list = new UnorderedList();
        seen.moved().forEach(moved -> list.add(new ListItem(getTranslation("window.preview.task",
                moved.after().names().in(getLocale()), date(moved.before().dates().startOn()), date(moved.before().dates().finishOn()),
                date(moved.after().dates().startOn()), date(moved.after().dates().finishOn())))));
        Button apply = new Button(getTranslation("calendar.apply"), click -> tell(() -> {
            calendars.apply(actor, project().id(), seen.change());
            Notification.show(getTranslation("calendar.applied"), SHOWN_MILLIS, Notification.Position.BOTTOM_CENTER);
        }));
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setId("calendar-apply");
        Div row = new Div(apply, new Button(getTranslation("action.cancel"), click -> preview.removeAll()));
        row.addClassName("calendar-row");
        card.add(list, row);
        return card;
    }

    private String moves(int days) {
        return days == 0
                ? getTranslation("window.preview.same")
                : getTranslation(days > 0 ? "window.preview.later" : "window.preview.earlier", Math.abs(days));
    }

    private String date(@Nullable LocalDate day) {
        return day == null ? "" : formats.date(day);
    }

    /** Shows a refusal where one looks, above the months. */
    private void tell(Runnable change) {
        try {
            change.run();
        } catch (Refusal refusal) {
            Paragraph why = new Paragraph(refusal.in(messages, getLocale()));
            why.addClassName("calendar-refused");
            why.getElement().setAttribute("role", "alert");
            preview.removeAll();
            preview.add(why);
        }
    }
}
