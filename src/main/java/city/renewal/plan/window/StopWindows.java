package city.renewal.plan.window;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.plan.PlanBatch;
import city.renewal.plan.PlanBatch.Rescheduled;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.ProjectTraits;
import city.renewal.plan.StopWindow;
import city.renewal.plan.Task;
import city.renewal.plan.WindowRow;
import city.renewal.plan.WorkTypes;
import city.renewal.plan.window.WindowEffects.Computed;
import city.renewal.plan.window.WindowRefusal.Field;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Stop-work windows of the whole programme. One that comes or goes reschedules every project in its scope in one
 * transaction with a fixed number of statements; it can be looked at before, and is refused when what would happen is
 * no longer what was looked at. A window is undone by withdrawing it. Planners and administrators only.
 */
public final class StopWindows {

    /** Windows that a page shows; older ones stay in the database and in the audit trail. */
    public static final int SHOWN = 500;

    private final Jdbi jdbi;
    private final WindowDao dao;
    private final PlanBatch batch;
    private final WindowEffects effects;
    private final WindowChecks checks;
    private final Projects projects;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    public StopWindows(Jdbi jdbi, Plans plans, Projects projects, Kinds kinds, WorkTypes types, AuditTrail audit,
                       ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(WindowDao.class);
        this.batch = new PlanBatch(plans);
        this.effects = new WindowEffects(batch);
        this.checks = new WindowChecks(kinds, types);
        this.projects = projects;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /** @return the windows, the one that begins last first, withdrawn ones among them; at most {@link #SHOWN} */
    public List<StopWindow> all() {
        return dao.newest(SHOWN).stream().map(WindowRow::toWindow).toList();
    }

    /**
     * Says what a window would move, project by project, and writes nothing.
     *
     * @throws WindowRefusal when a field will not do, work confirmed on one of its days would be denied, or it leaves
     *                       work without any working day before the horizon
     * @throws Refusal       when the actor is no planner or administrator
     */
    public WindowPreview preview(Actor actor, NewWindow wanted) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        return jdbi.inTransaction(handle -> declared(checked(actor, wanted), false).preview());
    }

    /**
     * Declares the window that was looked at.
     *
     * @param seen          the answer of {@link #preview}
     * @param tellResidents whether projects that finish later give the window's words as their reason
     * @return the window as stored
     * @throws Refusal as {@link #preview} does, and when plans have changed so that it would do something else
     */
    public StopWindow declare(Actor actor, WindowPreview seen, boolean tellResidents) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        StopWindow asked = seen.window();
        NewWindow wanted = new NewWindow(asked.kind(), asked.firstOn(), asked.lastOn(), asked.scope(), asked.words(),
                asked.legalSource());
        List<Rescheduled> moved = new ArrayList<>();
        long id = jdbi.inTransaction(handle -> {
            StopWindow window = checked(actor, wanted);
            Computed computed = declared(window, true);
            requireSeen(seen, computed.preview());
            long made = dao.add(WindowRow.of(window));
            batch.write(computed.moved());
            if (tellResidents) {
                explain(actor, made, computed.preview());
            }
            audit.record(actor, "window.declare", "window:" + made, null, text(computed.preview()));
            moved.addAll(computed.moved());
            return made;
        });
        publish(actor, moved);
        return dao.find(id).orElseThrow().toWindow();
    }

    /**
     * Says what would move if the window were withdrawn.
     *
     * @throws Refusal when the actor is no planner or administrator, there is no such window, or it is withdrawn
     */
    public WindowPreview previewWithdrawal(Actor actor, long windowId) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        return jdbi.inTransaction(handle -> withdrawn(standing(actor, windowId), false).preview());
    }

    /**
     * Takes a window back: its author at any time, an administrator in the author's place. The delay reasons that came
     * with it speak no longer.
     *
     * @throws Refusal as {@link #previewWithdrawal} does, and when plans have changed since it was looked at
     */
    public void withdraw(Actor actor, WindowPreview seen) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        List<Rescheduled> moved = new ArrayList<>();
        jdbi.useTransaction(handle -> {
            StopWindow window = standing(actor, seen.window().id());
            Computed computed = withdrawn(window, true);
            requireSeen(seen, computed.preview());
            dao.withdraw(window.id(), actor.name(), OffsetDateTime.now(clock));
            batch.write(computed.moved());
            audit.record(actor, "window.withdraw", "window:" + window.id(), text(computed.preview()), null);
            moved.addAll(computed.moved());
        });
        publish(actor, moved);
    }

    private StopWindow checked(Actor actor, NewWindow wanted) {
        checks.check(wanted, projects.all(), today());
        return new StopWindow(0, Objects.requireNonNull(wanted.kind()), Objects.requireNonNull(wanted.firstOn()),
                Objects.requireNonNull(wanted.lastOn()), wanted.scope(), wanted.words(), wanted.legalSource(),
                actor.login(), actor.name(), OffsetDateTime.now(clock), null, null);
    }

    private StopWindow standing(Actor actor, long windowId) {
        StopWindow window = dao.find(windowId).map(WindowRow::toWindow)
                .orElseThrow(() -> new Refusal("window.unknown", String.valueOf(windowId)));
        if (window.withdrawn()) {
            throw new Refusal("window.withdrawn", Objects.requireNonNull(window.withdrawnBy()));
        }
        if (!window.declaredBy().equals(actor.login()) && !actor.is(Role.ADMINISTRATOR)) {
            throw new Refusal("window.others", window.declarer());
        }
        return window;
    }

    private Computed declared(StopWindow window, boolean lock) {
        Map<Long, Project> scope = inScope(window);
        List<PlanSnapshot> plans = read(scope.keySet(), lock);
        confirmedWorkStays(window, plans);
        Computed computed = effects.compute(window, scope, plans, windows -> with(windows, window));
        LocalDate horizon = today().plusYears(StopWindow.HORIZON_YEARS);
        WindowEffects.leavesWork(window, computed.moved(), today(), horizon);
        return computed;
    }

    private Computed withdrawn(StopWindow window, boolean lock) {
        Map<Long, Project> scope = inScope(window);
        return effects.compute(window, scope, read(scope.keySet(), lock), windows ->
                windows.stream().filter(each -> each.id() != window.id()).toList());
    }

    private static List<StopWindow> with(List<StopWindow> windows, StopWindow more) {
        List<StopWindow> all = new ArrayList<>(windows);
        all.add(more);
        return all;
    }

    private Map<Long, Project> inScope(StopWindow window) {
        return projects.all().stream()
                .filter(project -> window.includes(ProjectTraits.of(project)))
                .collect(Collectors.toMap(Project::id, Function.identity()));
    }

    private List<PlanSnapshot> read(Set<Long> projectIds, boolean lock) {
        if (lock) {
            batch.lock(projectIds);
        }
        return batch.read(projectIds);
    }

    /** What a supervisor confirmed was done; an order that says otherwise would make the evidence look false. */
    private void confirmedWorkStays(StopWindow window, List<PlanSnapshot> plans) {
        if (plans.isEmpty() || !window.firstOn().isBefore(today())) {
            return;
        }
        Map<Long, Task> stopped = WindowEffects.stopped(window, plans);
        dao.confirmed(plans.stream().map(plan -> plan.head().projectId()).toList(), window.firstOn(),
                        window.lastOn()).stream()
                .filter(day -> stopped.containsKey(day.taskId()))
                .findFirst()
                .ifPresent(day -> {
                    throw new WindowRefusal(Field.FIRST_ON, "window.confirmed-work",
                            stopped.get(day.taskId()).name(), day.reportOn().toString());
                });
    }

    private static void requireSeen(WindowPreview seen, WindowPreview now) {
        if (!seen.effects().equals(now.effects())) {
            throw new Refusal("window.preview.stale");
        }
    }

    private void explain(Actor actor, long windowId, WindowPreview preview) {
        List<Long> later = preview.effects().stream()
                .filter(effect -> effect.finishMoves() > 0)
                .map(effect -> effect.project().id())
                .toList();
        if (!later.isEmpty()) {
            dao.explain(later, preview.window().words().zh(), preview.window().words().en(), actor.name(),
                    OffsetDateTime.now(clock), windowId);
        }
    }

    private static String text(WindowPreview preview) {
        StopWindow window = preview.window();
        return window.kind() + " " + window.firstOn() + ".." + window.lastOn() + " " + window.words().zh() + " "
                + preview.effects().stream()
                        .map(effect -> effect.project().code() + " " + effect.finishBefore() + "→"
                                + effect.finishAfter())
                        .toList();
    }

    private void publish(Actor actor, List<Rescheduled> moved) {
        moved.forEach(plan -> feed.publish(new ProjectChange(plan.before().head().projectId(), actor.name(),
                plan.moved().stream().map(Task::id).collect(Collectors.toSet()))));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
