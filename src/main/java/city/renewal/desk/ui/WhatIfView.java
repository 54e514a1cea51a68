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
import city.renewal.gantt.ui.GanttChanges;
import city.renewal.gantt.ui.GanttChart;
import city.renewal.gantt.ui.GanttModel;
import city.renewal.plan.PlanChange;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.WorkTypes;
import city.renewal.plan.forecast.Forecasts;
import city.renewal.plan.sandbox.Sandbox;
import city.renewal.plan.sandbox.SandboxPlan;
import city.renewal.plan.sandbox.Sandboxes;
import city.renewal.plan.ui.ComparisonChart;
import city.renewal.plan.ui.ForecastWords;
import city.renewal.plan.ui.PlanGantt;
import city.renewal.plan.ui.TaskTyping;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A sandbox: the plan's chart to try things on, with the plan as it stands as a shadow, and what would come of it. */
@Route(value = "desk/plan/:code/what-if/:id", layout = DeskLayout.class)
@RolesAllowed({Role.Names.PLANNER, Role.Names.ADMINISTRATOR})
@CssImport("./styles/baselines.css")
public final class WhatIfView extends Main implements BeforeEnterObserver, HasDynamicTitle, PlanGridEditing.Page {

    private static final int SHOWN_MILLIS = 4_000;

    private final transient Projects projects;
    private final transient Sandboxes sandboxes;
    private final transient Kinds kinds;
    private final transient WorkTypes workTypes;
    private final transient Messages messages;
    private final transient Formats formats;
    private final transient PlanGantt drawing;
    private final transient TaskTyping typing;
    private final transient Forecasts forecasts;
    private final transient PlanGridEditing gridEditing;
    private final Actor actor = SignedIn.required();
    private final Div head = new Div();
    private final SandboxHead tools;
    private final PlanEditBar editBar;
    private final GanttChart chart = new GanttChart();
    private final SandboxOutcome outcome;
    private final Div facts = new Div();
    private transient @Nullable TaskFactsForm form;
    private transient @Nullable Project project;
    private transient @Nullable SandboxPlan shown;
    private @Nullable Long chosen;

    WhatIfView(Projects projects, Plans plans, PlanOutlining outlining, Sandboxes sandboxes, Forecasts forecasts,
               Kinds kinds, WorkTypes workTypes, Messages messages, ChangeFeed feed) {
        this.projects = projects;
        this.sandboxes = sandboxes;
        this.forecasts = forecasts;
        this.kinds = kinds;
        this.workTypes = workTypes;
        this.messages = messages;
        formats = new Formats(messages, getLocale(), plans.today());
        drawing = new PlanGantt(kinds, formats, this::getTranslation);
        typing = new TaskTyping(kinds, formats, this::getTranslation);
        outcome = new SandboxOutcome(messages, formats);
        gridEditing = new PlanGridEditing(chart, outlining, typing, formats, actor, this);
        editBar = new PlanEditBar(gridEditing);
        tools = new SandboxHead(
                this::leaveOutConflicts,
                () -> leave("sandbox.applied", sandbox -> sandboxes.apply(actor, sandbox)),
                () -> leave("sandbox.thrown-away", sandbox -> sandboxes.throwAway(actor, sandbox)));
        addClassNames("plan-view", "what-if");
        chart.setSizeFull();
        chart.addTaskSelectedListener(event -> choose(event.id()));
        facts.addClassName("sandbox-task");
        Div side = new Div(outcome, facts);
        side.addClassName("plan-side");
        Div work = new Div(chart, side);
        work.addClassName("plan-work");
        add(head, tools, editBar, work);
        ChangeSubscription.keep(this, feed, this::changed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        project = PlanPages.project(event, projects, messages);
        String id = event.getRouteParameters().get("id").orElse("");
        try {
            Sandbox sandbox = sandboxes.get(number(id));
            if (sandbox.projectId() != project.id()) {
                throw new Refusal("sandbox.unknown");
            }
            shown = sandboxes.open(actor, sandbox.id());
        } catch (Refusal unknown) {
            throw new NotFoundException(unknown.in(messages, getLocale()));
        }
        head.removeAll();
        head.add(new PlanPages(project, SandboxesView.class));
        chart.setEditing(mine());
        editBar.setVisible(mine());
        chart.setModel(draw());
        facts.removeAll();
        form = null;
        chosen = null;
        if (mine()) {
            Div hint = new Div(getTranslation("sandbox.task.hint"));
            hint.addClassName("secondary");
            facts.add(hint);
        }
        showOutcome();
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException no) {
            throw new Refusal("sandbox.unknown");
        }
    }

    private boolean mine() {
        return sandboxes.mayEdit(actor, current().sandbox());
    }

    private GanttModel draw() {
        GanttModel bars = (mine() ? drawing.forEditors(plan()) : drawing.forStaff(plan()))
                .markedOutOfSequence(new ForecastWords(messages, formats).passed(forecasts.outOfSequence(plan()), plan()));
        return ComparisonChart.shadowed(bars, current().live(), getTranslation("baseline.now"));
    }

    private void showOutcome() {
        tools.show(current(), mine());
        outcome.show(current());
    }

    private void choose(long taskId) {
        chosen = taskId;
        if (mine()) {
            plan().task(taskId).ifPresent(task ->
                    form().show(task, plan().isSummary(taskId), plan()));
        }
    }

    private TaskFactsForm form() {
        if (form == null) {
            form = new TaskFactsForm(kinds, workTypes.all(), projects.places(project().id()), typing, formats,
                    gridEditing::change);
            facts.removeAll();
            facts.add(form);
        }
        return form;
    }

    @Override
    public PlanSnapshot plan() {
        return current().plan();
    }

    @Override
    public PlanGridEditing.Made edit(PlanChange change) {
        return made(sandboxes.edit(actor, current().sandbox(), change));
    }

    @Override
    public PlanGridEditing.Made undo() {
        return made(sandboxes.undo(actor, current().sandbox()));
    }

    @Override
    public PlanGridEditing.Made redo() {
        return made(sandboxes.redo(actor, current().sandbox()));
    }

    private PlanGridEditing.Made made(SandboxPlan now) {
        return new PlanGridEditing.Made(show(now), now.added());
    }

    private GanttChanges show(SandboxPlan now) {
        shown = now;
        showOutcome();
        if (chosen != null) {
            choose(chosen);
        }
        return chart.differenceTo(draw());
    }

    @Override
    public void refresh() {
        chart.apply(show(sandboxes.open(actor, id())));
    }

    private void leaveOutConflicts() {
        chart.apply(show(newestIfRefused(() -> sandboxes.leaveOutConflicts(actor, current().sandbox()))));
    }

    /** What is refused is said by the page's handler of refusals; the page then shows what somebody else made of it. */
    private <T> T newestIfRefused(Supplier<T> change) {
        try {
            return change.get();
        } catch (Refusal refused) {
            refresh();
            throw refused;
        }
    }

    @Override
    public String text(String key, Object... parameters) {
        return getTranslation(key, parameters);
    }

    private void leave(String said, Consumer<Sandbox> end) {
        Sandbox sandbox = newestIfRefused(() -> {
            end.accept(current().sandbox());
            return current().sandbox();
        });
        Notification.show(getTranslation(said, sandbox.name()), SHOWN_MILLIS,
                Notification.Position.BOTTOM_CENTER);
        getUI().ifPresent(ui -> ui.navigate(PlanView.class, PlanPages.of(project())));
    }

    /** The plan went on below the sandbox. */
    private void changed(ProjectChange change) {
        if (project == null || shown == null || change.projectId() != project.id()) {
            return;
        }
        try {
            refresh();
        } catch (Refusal gone) {
            tools.setEnabled(false);
            editBar.setEnabled(false);
        }
    }

    private SandboxPlan current() {
        return Objects.requireNonNull(shown);
    }

    private Project project() {
        return Objects.requireNonNull(project);
    }

    private long id() {
        return current().sandbox().id();
    }

    @Override
    public String getPageTitle() {
        return shown == null ? "" : getTranslation("sandbox.title", shown.sandbox().name());
    }
}
