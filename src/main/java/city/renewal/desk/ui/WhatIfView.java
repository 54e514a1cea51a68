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
import city.renewal.gantt.ui.GanttEditEvent;
import city.renewal.gantt.ui.GanttModel;
import city.renewal.gantt.ui.LinkDrawnEvent;
import city.renewal.gantt.ui.TaskMovedEvent;
import city.renewal.plan.LinkInput;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.plan.sandbox.Sandbox;
import city.renewal.plan.sandbox.SandboxPlan;
import city.renewal.plan.sandbox.Sandboxes;
import city.renewal.plan.ui.ComparisonChart;
import city.renewal.plan.ui.PlanGantt;
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
public final class WhatIfView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN_MILLIS = 4_000;

    private final transient Projects projects;
    private final transient Sandboxes sandboxes;
    private final transient Messages messages;
    private final transient PlanGantt drawing;
    private final Actor actor = SignedIn.required();
    private final Div head = new Div();
    private final SandboxHead tools;
    private final GanttChart chart = new GanttChart();
    private final SandboxTaskForm form;
    private final SandboxOutcome outcome;
    private transient @Nullable Project project;
    private transient @Nullable SandboxPlan shown;
    private transient @Nullable GanttModel drawn;

    WhatIfView(Projects projects, Plans plans, Sandboxes sandboxes, Kinds kinds, Messages messages, ChangeFeed feed) {
        this.projects = projects;
        this.sandboxes = sandboxes;
        this.messages = messages;
        Formats formats = new Formats(messages, getLocale(), plans.today());
        drawing = new PlanGantt(kinds, formats, this::getTranslation);
        outcome = new SandboxOutcome(messages, formats);
        form = new SandboxTaskForm((task, input) -> perform(() -> sandboxes.edit(actor, id(), editing ->
                editing.change(actor, projectId(), task.id(), task.version(), input))));
        tools = new SandboxHead(
                () -> perform(() -> sandboxes.undo(actor, id())),
                () -> perform(() -> sandboxes.redo(actor, id())),
                () -> perform(() -> sandboxes.leaveOutConflicts(actor, id())),
                () -> leave("sandbox.applied", sandbox -> sandboxes.apply(actor, sandbox.id())),
                () -> leave("sandbox.thrown-away", sandbox -> sandboxes.throwAway(actor, sandbox.id())));
        addClassNames("plan-view", "what-if");
        chart.setSizeFull();
        chart.addTaskMovedListener(this::moved);
        chart.addLinkDrawnListener(this::linkDrawn);
        chart.addLinkRemovedListener(event ->
                answer(event, editing -> editing.unlink(actor, projectId(),
                        LinkInput.in(current().plan(), event.id()))));
        chart.addTaskSelectedListener(event -> current().plan().task(event.id()).ifPresent(task ->
                form.show(task, current().plan().children().containsKey(task.id()))));
        Div side = new Div(outcome, form);
        side.addClassName("plan-side");
        Div work = new Div(chart, side);
        work.addClassName("plan-work");
        add(head, tools, work);
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
        boolean mine = sandboxes.mayEdit(actor, shown.sandbox());
        chart.setEditing(mine);
        form.setVisible(mine);
        drawn = model();
        chart.setModel(drawn);
        showOutcome();
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException no) {
            throw new Refusal("sandbox.unknown");
        }
    }

    private GanttModel model() {
        SandboxPlan now = current();
        return ComparisonChart.shadowed(drawing.forStaff(now.plan()), now.live(), getTranslation("baseline.now"));
    }

    private void showOutcome() {
        tools.show(current(), sandboxes.mayEdit(actor, current().sandbox()));
        outcome.show(current());
    }

    private void moved(TaskMovedEvent event) {
        Task task = current().plan().task(event.id()).orElseThrow();
        answer(event, editing -> {
            switch (event.kind()) {
                case MOVE -> editing.move(actor, projectId(), task.id(), task.version(), event.start());
                case RESIZE_START, RESIZE_FINISH ->
                        editing.stretch(actor, projectId(), task.id(), task.version(), event.start(), event.finish());
            }
        });
    }

    private void linkDrawn(LinkDrawnEvent event) {
        answer(event, editing -> editing.link(actor, projectId(),
                new LinkInput(event.predecessor(), event.successor(), event.type(), 0, false)));
    }

    private void answer(GanttEditEvent event, Consumer<PlanEditing> change) {
        try {
            shown = sandboxes.edit(actor, id(), change);
        } catch (Refusal refused) {
            event.refuse(refused.in(messages, getLocale()));
            return;
        }
        event.accept(difference());
        showOutcome();
    }

    private GanttChanges difference() {
        GanttModel now = model();
        GanttChanges changes = GanttChanges.between(Objects.requireNonNull(drawn), now);
        drawn = now;
        return changes;
    }

    /** What is refused is said by the page's handler of refusals and leaves everything as it is. */
    private void perform(Supplier<SandboxPlan> change) {
        shown = change.get();
        chart.apply(difference());
        showOutcome();
        form.renew(current().plan());
    }

    private void leave(String said, Consumer<Sandbox> end) {
        end.accept(current().sandbox());
        Notification.show(getTranslation(said, current().sandbox().name()), SHOWN_MILLIS,
                Notification.Position.BOTTOM_CENTER);
        getUI().ifPresent(ui -> ui.navigate(PlanView.class, PlanPages.of(Objects.requireNonNull(project))));
    }

    /** The plan went on below the sandbox. */
    private void changed(ProjectChange change) {
        if (project == null || shown == null || change.projectId() != project.id()) {
            return;
        }
        try {
            perform(() -> sandboxes.open(actor, id()));
        } catch (Refusal gone) {
            tools.setEnabled(false);
        }
    }

    private SandboxPlan current() {
        return Objects.requireNonNull(shown);
    }

    private long id() {
        return current().sandbox().id();
    }

    private long projectId() {
        return Objects.requireNonNull(project).id();
    }

    @Override
    public String getPageTitle() {
        return shown == null ? "" : getTranslation("sandbox.title", shown.sandbox().name());
    }
}
