package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.plan.LookAhead;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.project.Kinds;
import city.renewal.project.Place;
import city.renewal.project.Projects;
import city.renewal.site.DaySheet;
import city.renewal.site.DaySheets;
import city.renewal.site.NewDaySheet;
import city.renewal.site.PauseReason;
import city.renewal.site.SheetProject;
import city.renewal.site.SitePauses;
import city.renewal.site.SiteReport;
import city.renewal.site.StoredSheet;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ui.PhotoField;
import city.renewal.site.ui.SheetFacts;
import city.renewal.site.ui.SheetTask;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The day on site, for one hand on a phone: what was done of today's tasks, who was there, what blocks. */
@Route(value = "desk/site", layout = DeskLayout.class)
@RolesAllowed({Role.Names.ENGINEER, Role.Names.PLANNER, Role.Names.ADMINISTRATOR})
@CssImport("./styles/site.css")
public final class DaySheetView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String PROJECT = "project";
    private static final String DAY = "day";
    private static final String YESTERDAY = "yesterday";
    private static final int SHOWN_MILLIS = 3_000;

    private final transient DaySheets sheets;
    private final transient SitePauses pauses;
    private final transient Plans plans;
    private final transient Projects projects;
    private final transient Photos photos;
    private final transient Kinds kinds;
    private final transient Messages messages;
    private final transient Formats formats;
    private final Actor actor = SignedIn.required();
    private final Div body = new Div();
    private final transient List<SheetTask> tasks = new ArrayList<>();
    private LocalDate day;
    private transient @Nullable SheetProject shown;
    private transient @Nullable SheetFacts facts;

    DaySheetView(DaySheets sheets, SitePauses pauses, Plans plans, Projects projects, Photos photos, Kinds kinds,
                 Messages messages) {
        this.sheets = sheets;
        this.pauses = pauses;
        this.plans = plans;
        this.projects = projects;
        this.photos = photos;
        this.kinds = kinds;
        this.messages = messages;
        day = plans.today();
        formats = new Formats(messages, getLocale(), day);
        addClassNames("desk-page", "day-sheet");
        body.addClassName("day-sheet-body");
        add(new H1(getTranslation("sheet.title")), body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        day = asked.getSingleParameter(DAY).filter(YESTERDAY::equals).isPresent()
                ? plans.today().minusDays(1) : plans.today();
        List<SheetProject> mine = sheets.projects(actor);
        String code = asked.getSingleParameter(PROJECT).orElse("");
        shown = mine.stream().filter(each -> each.projectCode().equals(code)).findFirst()
                .or(() -> mine.stream().filter(each -> each.last() != null).findFirst())
                .orElse(mine.size() == 1 ? mine.getFirst() : null);
        show(mine);
    }

    private void show(List<SheetProject> mine) {
        body.removeAll();
        tasks.clear();
        facts = null;
        body.add(choice(mine));
        if (shown == null) {
            body.add(new Paragraph(getTranslation(mine.isEmpty() ? "desk.projects.empty" : "sheet.choose")));
            return;
        }
        PlanSnapshot plan = plans.read(shown.projectId());
        List<LookAhead.Item> week = LookAhead.of(plan, day, 1).weeks().getFirst().items();
        Map<Long, String> places = projects.places(shown.projectId()).stream()
                .collect(Collectors.toMap(Place::id, this::name));
        List<SiteReport> sent = sheets.reports(actor, shown.projectId(), day);
        Section today = new Section(new H2(getTranslation("sheet.tasks")));
        today.addClassName("sheet-tasks");
        Div later = new Div();
        later.addClassName("sheet-tasks");
        Set<String> crews = new LinkedHashSet<>();
        for (LookAhead.Item item : week) {
            SheetTask card = card(item.task(), places);
            tasks.add(card);
            (item.first().equals(day) ? today : later).add(card);
            if (item.first().equals(day) && item.task().input().crew() != null) {
                crews.add(item.task().input().crew());
            }
        }
        DaySheet last = shown.last();
        if (last != null) {
            crews.addAll(last.crews());
        }
        if (!sent.isEmpty()) {
            body.add(sent(sent));
        }
        if (today.getComponentCount() == 1) {
            today.add(new Paragraph(getTranslation("sheet.tasks.none")));
        }
        body.add(today);
        if (later.getComponentCount() > 0) {
            Details details = new Details(getTranslation("sheet.later", later.getComponentCount()), later);
            details.addClassName("sheet-later");
            body.add(details);
        }
        facts = new SheetFacts(crews, last, day, formats);
        Section rest = new Section(new H2(getTranslation("sheet.facts")), facts);
        rest.addClassName("card");
        body.add(rest, pause(shown), sendBar());
    }

    private String name(Place place) {
        return place.nameEn() != null && getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? place.nameEn() : place.name();
    }

    private SheetTask card(Task task, Map<Long, String> places) {
        return new SheetTask(task, task.input().placeId() == null ? null : places.get(task.input().placeId()),
                kinds.unit(task.input().unit()), formats, () -> new PhotoField(photos, messages, actor));
    }

    private Div choice(List<SheetProject> mine) {
        ComboBox<SheetProject> project = new ComboBox<>(getTranslation("column.project"));
        project.setItems(mine);
        project.setItemLabelGenerator(each -> each.names().in(getLocale()));
        project.setValue(shown);
        project.setWidthFull();
        project.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                go(change.getValue().projectCode(), day);
            }
        });
        Div days = new Div(dayButton(plans.today(), "sheet.today"),
                dayButton(plans.today().minusDays(1), "sheet.yesterday"));
        days.addClassName("chips");
        Div choice = new Div(project, days);
        choice.addClassName("sheet-choice");
        return choice;
    }

    private Button dayButton(LocalDate of, String key) {
        Button button = new Button(getTranslation(key, formats.date(of)), click -> {
            if (shown != null) {
                go(shown.projectCode(), of);
            }
        });
        button.addClassName("chip");
        button.setClassName("chip-chosen", of.equals(day));
        button.getElement().setAttribute("aria-pressed", String.valueOf(of.equals(day)));
        return button;
    }

    private void go(String code, LocalDate of) {
        QueryParameters parameters = QueryParameters.of(PROJECT, code);
        UI.getCurrent().navigate(DaySheetView.class,
                of.equals(plans.today()) ? parameters : parameters.merging(DAY, YESTERDAY));
    }

    /** What the author has sent for the day, and what became of it. */
    private Section sent(List<SiteReport> reports) {
        Section card = new Section(new H2(getTranslation("sheet.sent", reports.size())));
        card.addClassNames("card", "sheet-sent");
        reports.forEach(report -> {
            String name = report.state().name().toLowerCase(Locale.ROOT);
            Span state = new Span(getTranslation("report.state." + name));
            state.addClassNames("state", "state-" + name);
            Div line = new Div(new RouterLink(report.task().in(getLocale()), TaskView.class, report.taskId()),
                    new Span("+" + formats.quantity(report.quantity(), kinds.unit(report.unit()))), state);
            line.addClassName("report-line");
            if (report.decision() != null) {
                Span why = new Span(formats.name(report.decision()));
                why.addClassName("said");
                line.add(why);
            }
            card.add(line);
        });
        return card;
    }

    /** Residents ask why nobody is there; the answer is one of a list, so that it needs no typing and no editing. */
    private Details pause(SheetProject of) {
        Div reasons = new Div();
        reasons.addClassName("chips");
        for (PauseReason reason : PauseReason.values()) {
            Button button = new Button(getTranslation("pause." + reason.id()), click -> {
                pauses.explain(actor, of.projectId(), reason);
                say(getTranslation("pause.stored"));
            });
            button.addClassName("chip");
            reasons.add(button);
        }
        Details details = new Details(getTranslation("pause.title"), new Paragraph(getTranslation("pause.help")),
                reasons);
        details.addClassName("sheet-later");
        details.setId("pause");
        return details;
    }

    private Div sendBar() {
        Button send = new Button(getTranslation("sheet.send"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        send.setId("send");
        send.setWidthFull();
        Div bar = new Div(send);
        bar.addClassName("sheet-send");
        return bar;
    }

    private void send() {
        SheetProject project = shown;
        if (project == null || facts == null
                || !tasks.stream().filter(SheetTask::lacksReason).toList().isEmpty()) {
            return;
        }
        List<NewDaySheet.Line> lines = tasks.stream().flatMap(task -> task.line().stream()).toList();
        StoredSheet stored;
        try {
            stored = sheets.submit(actor, facts.sheet(project.projectId(), day, lines));
        } catch (Refusal refused) {
            say(refused.in(messages, getLocale()));
            return;
        }
        Map<Long, Long> reports = stored.reports().stream()
                .collect(Collectors.toMap(SiteReport::taskId, SiteReport::id));
        tasks.stream().filter(task -> reports.containsKey(task.taskId()))
                .forEach(task -> task.attachPhotos(reports.get(task.taskId())));
        say(getTranslation("sheet.stored", stored.reports().size()));
        List<SheetProject> mine = sheets.projects(actor);
        shown = mine.stream().filter(each -> each.projectId() == project.projectId()).findFirst().orElse(project);
        show(mine);
        getElement().executeJs("this.scrollIntoView()");
    }

    private static void say(String text) {
        Notification.show(text, SHOWN_MILLIS, Notification.Position.TOP_CENTER);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sheet.title");
    }
}
