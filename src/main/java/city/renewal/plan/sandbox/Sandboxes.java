package city.renewal.plan.sandbox;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import city.renewal.plan.EditSteps;
import city.renewal.plan.EditSteps.TaskStep;
import city.renewal.plan.PlanChange;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What-if copies of plans. A sandbox is open to planners and administrators; the one who made it edits it, applies it or
 * throws it away, and so may administrators. Looking at one and editing it hold the plan for as long as it takes to
 * schedule it, so that nobody else's change is seen by half.
 */
public final class Sandboxes {

    /** The place in a transaction to which the plan is taken back. */
    private static final String BEFORE = "sandbox";

    private final Jdbi jdbi;
    private final Plans plans;
    private final PlanEditing live;
    private final PlanEditing trial;
    private final PlanOutlining trialTree;
    private final SandboxDao dao;
    private final AuditTrail audit;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * @param live    edits plans
     * @param trial edits plans as well, see {@link PlanEditing#trial}
     */
    public Sandboxes(Jdbi jdbi, Plans plans, PlanEditing live, PlanEditing trial, AuditTrail audit, Clock clock) {
        this.jdbi = jdbi;
        this.plans = plans;
        this.live = live;
        this.trial = trial;
        this.trialTree = new PlanOutlining(plans, trial);
        this.dao = jdbi.onDemand(SandboxDao.class);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param name what is tried, at most {@link Sandbox#LONGEST_NAME} characters
     * @return its id
     * @throws Refusal when the actor is no planner or administrator, the project has no plan or the name is missing
     */
    public long make(Actor actor, long projectId, String name) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        if (name.isBlank() || name.strip().length() > Sandbox.LONGEST_NAME) {
            throw new Refusal("sandbox.name.missing", Sandbox.LONGEST_NAME);
        }
        if (!plans.exists(projectId)) {
            throw new Refusal("plan.none");
        }
        return jdbi.inTransaction(handle -> {
            audit.record(actor, "sandbox.make", "project-id:" + projectId, null, name.strip());
            return dao.add(projectId, name.strip(), actor.login(), OffsetDateTime.now(clock));
        });
    }

    /** @return the project's sandboxes, the newest first */
    public List<Sandbox> of(long projectId) {
        return dao.of(projectId);
    }

    /** @throws Refusal when there is no such sandbox, for instance any more */
    public Sandbox get(long id) {
        return dao.find(id).orElseThrow(() -> new Refusal("sandbox.unknown"));
    }

    /** @return whether the actor may edit the sandbox, apply it and throw it away */
    public boolean mayEdit(Actor actor, Sandbox sandbox) {
        return actor.is(Role.ADMINISTRATOR) || (actor.is(Role.PLANNER) && actor.login().equals(sandbox.madeBy()));
    }

    /** @throws Refusal when the actor is no planner or administrator, or there is no such sandbox */
    public SandboxPlan open(Actor actor, long id) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        return jdbi.inTransaction(handle -> laid(handle, actor, get(id), null));
    }

    /**
     * Makes a change in the sandbox by the rules that hold for the plan.
     *
     * @param seen   the sandbox as the actor saw it
     * @param change called once; it may make one edit or several of the sandbox's project, on versions of tasks as
     *               {@link SandboxPlan#plan} has them
     * @throws Refusal as the edit itself, when the sandbox is not the actor's or was changed meanwhile, or when its
     *                 edits no longer fit
     */
    public SandboxPlan edit(Actor actor, Sandbox seen, PlanChange change) {
        return jdbi.inTransaction(handle -> {
            List<Long> added = laid(handle, actor, owned(actor, seen), change).added();
            // Laid anew, because kept edits of one task become one step: the versions are those that the next edit finds.
            return laid(handle, actor, get(seen.id()), null).withAdded(added);
        });
    }

    /** Holds the sandbox until the transaction ends, unless it is not the actor's or not any more what they saw. */
    private Sandbox owned(Actor actor, Sandbox seen) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        if (dao.hold(seen.id()) == 0) {
            throw new Refusal("sandbox.unknown");
        }
        Sandbox sandbox = get(seen.id());
        if (!mayEdit(actor, sandbox)) {
            throw new Refusal("sandbox.foreign", sandbox.owner());
        }
        if (sandbox.revision() != seen.revision()) {
            throw new Refusal("sandbox.changed", String.valueOf(sandbox.changedBy()));
        }
        return sandbox;
    }

    /** Lays the edits over the plan, makes a further one, and takes it all back but for what the sandbox keeps. */
    private SandboxPlan laid(Handle handle, Actor actor, Sandbox sandbox, @Nullable PlanChange change) {
        long projectId = sandbox.projectId();
        dao.holdPlan(projectId);
        dao.holdIds();
        PlanSnapshot before = plans.read(projectId);
        FittedSteps fitted = FittedSteps.of(before, kept(sandbox), json);
        List<SandboxEdit> made = List.of();
        List<Long> added = List.of();
        PlanSnapshot after = before;
        Refusal misfit = null;
        handle.savepoint(BEFORE);
        try {
            if (!fitted.steps().isEmpty()) {
                trial.carryOut(actor, projectId, "sandbox", fitted.steps());
            }
        } catch (Refusal refused) {
            misfit = refused;
            handle.rollbackToSavepoint(BEFORE);
            handle.savepoint(BEFORE);
        }
        if (change != null) {
            if (misfit != null) {
                throw misfit;
            }
            long newest = dao.newestEdit(projectId);
            added = change.make(trial, trialTree).added();
            made = dao.editsAfter(projectId, newest);
        }
        if (misfit == null && (change != null || !fitted.steps().isEmpty())) {
            after = plans.read(projectId);
        }
        handle.rollbackToSavepoint(BEFORE);
        keep(actor, sandbox, made);
        return new SandboxPlan(made.isEmpty() ? sandbox : get(sandbox.id()), before, after, added,
                fitted.conflicts(), misfit);
    }

    private void keep(Actor actor, Sandbox sandbox, List<SandboxEdit> made) {
        if (made.isEmpty()) {
            return;
        }
        dao.count(sandbox.id(), actor.login());
        dao.removeUndone(sandbox.id());
        long next = 0;
        for (SandboxEdit edit : made) {
            dao.addEdit(sandbox.id(), edit.what(), edit.steps());
            for (TaskStep step : steps(edit).tasks()) {
                next = step.before() == null ? Math.max(next, step.taskId() + 1) : next;
            }
        }
        dao.raiseIds(next);
    }

    private EditSteps kept(Sandbox sandbox) {
        return dao.edits(sandbox.id()).stream()
                .filter(edit -> !edit.undone())
                .map(this::steps)
                .reduce(EditSteps.NONE, EditSteps::then);
    }

    private EditSteps steps(SandboxEdit edit) {
        return json.readValue(edit.steps(), EditSteps.class);
    }

    /** @throws Refusal when there is nothing to undo, or the sandbox is not the actor's or was changed meanwhile */
    public SandboxPlan undo(Actor actor, Sandbox seen) {
        return step(actor, seen, edits -> {
            SandboxEdit last = edits.stream().filter(edit -> !edit.undone()).reduce((first, second) -> second)
                    .orElseThrow(() -> new Refusal("plan.undo.nothing"));
            dao.setUndone(last.id(), true);
        });
    }

    /** @throws Refusal when there is nothing to do again, or the sandbox is not the actor's or was changed meanwhile */
    public SandboxPlan redo(Actor actor, Sandbox seen) {
        return step(actor, seen, edits -> {
            SandboxEdit next = edits.stream().filter(SandboxEdit::undone).findFirst()
                    .orElseThrow(() -> new Refusal("plan.redo.nothing"));
            dao.setUndone(next.id(), false);
        });
    }

    private SandboxPlan step(Actor actor, Sandbox seen, Consumer<List<SandboxEdit>> change) {
        return jdbi.inTransaction(handle -> {
            Sandbox sandbox = owned(actor, seen);
            change.accept(dao.edits(sandbox.id()));
            dao.count(sandbox.id(), actor.login());
            return laid(handle, actor, get(sandbox.id()), null);
        });
    }

    /**
     * Leaves out the edits for which the plan has no room any more, so that the rest can be applied.
     *
     * @throws Refusal when the sandbox is not the actor's or was changed meanwhile
     */
    public SandboxPlan leaveOutConflicts(Actor actor, Sandbox seen) {
        return jdbi.inTransaction(handle -> {
            Sandbox sandbox = owned(actor, seen);
            long id = sandbox.id();
            dao.holdPlan(sandbox.projectId());
            EditSteps fitting = FittedSteps.of(plans.read(sandbox.projectId()), kept(sandbox), json).steps();
            dao.removeEdits(id);
            if (!fitting.isEmpty()) {
                dao.addEdit(id, "fit", json.writeValueAsString(fitting));
            }
            dao.count(id, actor.login());
            return laid(handle, actor, get(id), null);
        });
    }

    /**
     * Makes all edits on the plan itself, as one step that can be undone, and ends the sandbox. Other changes that were
     * made to the plan meanwhile stay.
     *
     * @throws Refusal when somebody has changed the same things meanwhile, naming the tasks; when there is nothing to
     *                 apply, the edits no longer fit, or the sandbox is not the actor's or was changed meanwhile. The
     *                 sandbox then stays.
     */
    public void apply(Actor actor, Sandbox seen) {
        jdbi.useTransaction(handle -> {
            Sandbox sandbox = owned(actor, seen);
            dao.holdPlan(sandbox.projectId());
            FittedSteps fitted = FittedSteps.of(plans.read(sandbox.projectId()), kept(sandbox), json);
            if (!fitted.conflicts().isEmpty()) {
                throw new Refusal("sandbox.conflict", fitted.conflicts().stream()
                        .map(SandboxConflict::task).distinct().collect(Collectors.joining(", ")));
            }
            if (fitted.steps().isEmpty()) {
                throw new Refusal("sandbox.empty");
            }
            live.carryOut(actor, sandbox.projectId(), "sandbox", fitted.steps());
            end(actor, sandbox, "sandbox.apply");
        });
    }

    /** @throws Refusal when the sandbox is not the actor's or was changed meanwhile */
    public void throwAway(Actor actor, Sandbox seen) {
        jdbi.useTransaction(handle -> end(actor, owned(actor, seen), "sandbox.throw-away"));
    }

    private void end(Actor actor, Sandbox sandbox, String how) {
        dao.removeEdits(sandbox.id());
        dao.remove(sandbox.id());
        audit.record(actor, how, "project-id:" + sandbox.projectId(), null, sandbox.name());
    }
}
