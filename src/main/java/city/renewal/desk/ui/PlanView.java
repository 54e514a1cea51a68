package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.gantt.ui.EarlierFront;
import city.renewal.gantt.ui.GanttChanges;
import city.renewal.gantt.ui.GanttChart;
import city.renewal.gantt.ui.GanttModel;
import city.renewal.plan.Edited;
import city.renewal.plan.PlanChange;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.plan.WorkTypes;
import city.renewal.plan.conflict.RoadConflicts;
import city.renewal.plan.forecast.Delays;
import city.renewal.plan.forecast.Forecasts;
import city.renewal.plan.interchange.PlanExports;
import city.renewal.plan.ui.DriverWords;
import city.renewal.plan.ui.ForecastWords;
import city.renewal.plan.ui.PlanGantt;
import city.renewal.plan.ui.TaskTyping;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import city.renewal.site.SiteReports;
import city.renewal.site.photo.Photos;
import city.renewal.site.signoff.Signoffs;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A project's plan: the Gantt chart to work on, and beside it the chosen task with its reports. */
@Route(value = "desk/plan/:code", layout = DeskLayout.class)
@PermitAll
public final class PlanView extends Main implements BeforeEnterObserver, HasDynamicTitle,
        PlanGridEditing.Page {

    private static final int SHOWN_MILLIS = 3_000;

    private final transient Projects projects;
    private final transient ProjectPeople people;
    private final transient Plans plans;
    private final transient Kinds kinds;
    private final transient WorkTypes workTypes;
    private final transient TaskTyping typing;
    private final transient PlanEditing editing;
    private final transient PlanOutlining outlining;
    private final transient PlanGridEditing gridEditing;
    private final transient Forecasts forecasts;
    private final transient Delays delays;
    private final transient PlanExports exports;
    private final transient SiteReports reports;
    private final transient RoadConflicts conflicts;
    private final transient Messages messages;
    private final transient Formats formats;
    private final transient PlanGantt drawing;
    private final Actor actor = SignedIn.required();
    private final boolean mayEdit = actor.is(Role.PLANNER, Role.ADMINISTRATOR);
    private final GanttChart chart = new GanttChart();
    private final TaskPanel panel;
    private final Div side = new Div();
    private final Div head = new Div();
    private final PlanStatusLine status;
    private final Paragraph hint = new Paragraph(getTranslation("plan.choose-task"));
    private transient @Nullable Project project;
    private transient @Nullable PlanSnapshot plan;
    private transient Map<Long, String> outOfSequence = Map.of();
    private @Nullable Long chosen;

    PlanView(Projects projects, ProjectPeople people, Plans plans, PlanEditing editing, PlanOutlining outlining,
             Forecasts forecasts, Delays delays, PlanExports exports, RoadConflicts conflicts, SiteReports reports, Photos photos,
             Signoffs signoffs, Kinds kinds,
             WorkTypes workTypes, Messages messages, ChangeFeed feed, Clock clock) {
        this.projects = projects;
        this.people = people;
        this.plans = plans;
        this.editing = editing;
        this.outlining = outlining;
        this.kinds = kinds;
        this.workTypes = workTypes;
        this.forecasts = forecasts;
        this.delays = delays;
        this.exports = exports;
        this.reports = reports;
        this.conflicts = conflicts;
        this.messages = messages;
        formats = new Formats(messages, getLocale(), plans.today());
        status = new PlanStatusLine(forecasts, new ForecastWords(messages, formats), formats);
        drawing = new PlanGantt(kinds, formats, this::getTranslation);
        panel = new TaskPanel(reports, photos, signoffs, kinds, messages, formats, clock.getZone(), actor);
        addClassName("plan-view");
        side.addClassName("plan-side");
        side.add(hint);
        chart.setSizeFull();
        chart.setEditing(mayEdit);
        chart.addTaskSelectedListener(event -> choose(event.id()));
        typing = new TaskTyping(kinds, formats, this::getTranslation);
        gridEditing = new PlanGridEditing(chart, outlining, typing, formats, actor, this);
        chart.addEarlierAskedListener(event -> chart.setEarlier(event.shown() ? earlier() : List.of()));
        Div work = new Div(chart, side);
        work.addClassName("plan-work");
        add(head, work, status);
        ChangeSubscription.keep(this, feed, this::changed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        project = PlanPages.project(event, projects, messages);
        try {
            take(plans.read(project.id()));
        } catch (Refusal none) {
            throw new NotFoundException(none.in(messages, getLocale()));
        }
        showHead();
        chart.setModel(draw());
        status.show(plan(), outOfSequence.size(), Objects.requireNonNull(project));
    }

    private void showHead() {
        head.removeAll();
        Project current = Objects.requireNonNull(project);
        PlanPages pages = new PlanPages(current, PlanView.class);
        pages.addActions(new ExportMenu(exports, current), poster(current));
        if (mayEdit) {
            pages.addActions(new RouterLink(getTranslation("plan.page.template"), TemplateView.class,
                    PlanPages.of(current)));
            pages.addActions(new PlanToolbar(projects, people, plans, delays, actor, current, this::reload));
        }
        int clashes = conflicts.of(current.id()).size();
        if (clashes > 0) {
            RouterLink notice = new RouterLink("", ConflictsView.class);
            notice.setQueryParameters(QueryParameters.of(ConflictsView.PROJECT, current.code()));
            Span badge = new Span(getTranslation("conflict.notice", clashes));
            badge.addClassNames("badge", "badge-late");
            notice.add(badge);
            notice.addClassName("conflict-notice");
            pages.addActions(notice);
        }
        head.add(pages);
        if (mayEdit) {
            head.add(new PlanEditBar(gridEditing));
        }
    }

    private Anchor poster(Project of) {
        Anchor poster = new Anchor("/n/" + of.code() + "/poster?lang=" + getLocale().getLanguage(),
                getTranslation("plan.poster"));
        poster.setRouterIgnore(true);
        poster.setTarget(AnchorTarget.BLANK);
        return poster;
    }

    private void take(PlanSnapshot now) {
        plan = now;
        outOfSequence = new ForecastWords(messages, formats).passed(forecasts.outOfSequence(now), now);
    }

    private List<EarlierFront> earlier() {
        PlanSnapshot now = Objects.requireNonNull(plan);
        LocalDate status = now.head().statusOn();
        return status == null ? List.of()
                : drawing.earlier(now, reports.confirmedByWeek(projectId(), status));
    }

    private void choose(long taskId) {
        Task task = Objects.requireNonNull(plan).task(taskId).orElse(null);
        if (task == null) {
            return;
        }
        chosen = taskId;
        if (panel.getParent().isEmpty()) {
            side.removeAll();
            side.add(panel);
            if (mayEdit) {
                panel.setForm(new TaskFactsForm(kinds, workTypes.all(), projects.places(projectId()), typing, formats,
                        gridEditing::change));
            }
        }
        panel.show(task, plan.isSummary(taskId));
        showPlanned(task);
    }

    private void showEdited() {
        if (chosen != null) {
            plan().task(chosen).ifPresent(task -> {
                panel.showFacts(task, plan().isSummary(task.id()));
                showPlanned(task);
            });
        }
    }

    private void showPlanned(Task task) {
        panel.showForm(task, plan());
        panel.explain(new WhyThisDay(Objects.requireNonNull(project).code(), task, new DriverWords(plan(), formats)));
    }

    @Override
    public PlanSnapshot plan() {
        return Objects.requireNonNull(plan);
    }

    @Override
    public PlanGridEditing.Made edit(PlanChange change) {
        return made(change.make(editing, outlining));
    }

    @Override
    public PlanGridEditing.Made undo() {
        return made(editing.undo(actor, projectId()));
    }

    @Override
    public PlanGridEditing.Made redo() {
        return made(editing.redo(actor, projectId()));
    }

    private PlanGridEditing.Made made(Edited edited) {
        return new PlanGridEditing.Made(show(edited.plan()), edited.added());
    }

    private GanttChanges show(PlanSnapshot now) {
        PlanSnapshot before = plan();
        Map<Long, String> marked = outOfSequence;
        take(now);
        status.show(plan(), outOfSequence.size(), Objects.requireNonNull(project));
        // A moved predecessor changes what is said of rows that did not change themselves.
        boolean sameMarks = marked.equals(outOfSequence);
        return (mayEdit && sameMarks ? drawing.forEditors(before, now) : Optional.<GanttChanges>empty())
                .map(changes -> changes.markedOutOfSequence(outOfSequence))
                .orElseGet(() -> chart.differenceTo(draw()));
    }

    /** Reads the plan again and shows what differs. */
    @Override
    public void refresh() {
        PlanSnapshot before = plan();
        PlanSnapshot now = plans.read(projectId());
        GanttChanges changes = show(now);
        if (before.days().windows().equals(now.days().windows()) && before.calendars().equals(now.calendars())) {
            chart.apply(changes);
        } else {
            chart.setModel(draw());
        }
        if (chosen != null) {
            choose(chosen);
        }
    }

    @Override
    public String text(String key, Object... parameters) {
        return getTranslation(key, parameters);
    }

    private GanttModel draw() {
        return (mayEdit ? drawing.forEditors(plan()) : drawing.forStaff(plan())).markedOutOfSequence(outOfSequence);
    }

    /** As {@link #refresh}, with the project itself. */
    private void reload() {
        project = projects.get(Objects.requireNonNull(project).id());
        showHead();
        refresh();
    }

    private void changed(ProjectChange change) {
        if (project == null || change.projectId() != project.id()) {
            return;
        }
        showNewest(change);
        if (!change.by().equals(actor.name()) && !change.by().isEmpty()) {
            Notification.show(getTranslation("plan.changed-by", formats.name(change.by())), SHOWN_MILLIS,
                    Notification.Position.BOTTOM_START);
        }
    }

    /** What this page did itself is in the chart already; the panel beside it follows now, so that bars never wait. */
    private void showNewest(ProjectChange change) {
        if (change.edited() > 0 && change.edited() <= plan().head().revision()) {
            showEdited();
            return;
        }
        if (plans.revision(projectId()).filter(newest -> newest == plan().head().revision()).isEmpty()) {
            refresh();
        } else if (chosen != null && (change.tasks().isEmpty() || change.tasks().contains(chosen))) {
            choose(chosen);
        }
    }

    private long projectId() {
        return Objects.requireNonNull(project).id();
    }

    @Override
    public String getPageTitle() {
        return project == null ? "" : project.names().in(getLocale());
    }
}
