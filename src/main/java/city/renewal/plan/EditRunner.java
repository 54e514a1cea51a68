package city.renewal.plan;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.plan.EditSteps.LinkStep;
import city.renewal.plan.EditSteps.TaskStep;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes one step of a plan in one transaction: locks the plan, reads it once, writes what the step changes, schedules
 * it anew, keeps the step for undo and tells those who look at the plan. Whatever is refused leaves nothing behind.
 */
final class EditRunner {

    /** What changes of calendars are called among the edits. */
    static final String CALENDAR = "calendar";
    /** Changes of calendars whose reasons a page shows. */
    private static final int NOTES = 50;

    private final Jdbi jdbi;
    private final PlanStore store;
    private final PlanEditDao edits;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;
    private final boolean lasting;
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param lasting whether what is committed stays, so that the next edit may go on from it */
    EditRunner(Jdbi jdbi, PlanStore store, AuditTrail audit, ChangeFeed feed, Clock clock, boolean lasting) {
        this.jdbi = jdbi;
        this.store = store;
        this.edits = jdbi.onDemand(PlanEditDao.class);
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
        this.lasting = lasting;
    }

    /** @param changed whether there is news */
    private record Outcome(Edited edited, boolean changed) {
    }

    /**
     * @param what    the step's name in the audit trail
     * @param planned what to change of the plan as it stands; without steps nothing happens
     */
    Edited run(Actor actor, long projectId, String what, Function<PlanSnapshot, EditSteps> planned) {
        return run(actor, projectId, what, planned, plan -> Optional.empty());
    }

    /** @param objection why the plan that comes of it will not do */
    Edited run(Actor actor, long projectId, String what, Function<PlanSnapshot, EditSteps> planned,
               Function<PlanSnapshot, Optional<Refusal>> objection) {
        return published(actor, projectId, jdbi.inTransaction(handle -> {
            PlanSnapshot before = lock(actor, projectId);
            EditSteps steps = planned.apply(before);
            if (steps.isEmpty()) {
                return new Outcome(new Edited(before, Set.of(), List.of()), false);
            }
            Edited edited = carryOut(actor, before, steps, false);
            keepOnceCommitted(handle, edited);
            objection.apply(edited.plan()).ifPresent(refusal -> {
                throw refusal;
            });
            String kept = json.writeValueAsString(steps);
            edits.add(projectId, actor.login(), OffsetDateTime.now(clock), what, kept);
            audit.record(actor, "plan." + what, "project-id:" + projectId, null, kept);
            return new Outcome(edited, true);
        }));
    }

    /**
     * Takes back the actor's newest step that stands, or makes again the one they took back last.
     *
     * @throws Refusal when there is none, or somebody else has changed the same thing since
     */
    Edited replay(Actor actor, long projectId, boolean back) {
        return published(actor, projectId, jdbi.inTransaction(handle -> {
            PlanSnapshot before = lock(actor, projectId);
            PlanEdit edit = back
                    ? edits.lastStanding(projectId, actor.login())
                            .orElseThrow(() -> new Refusal("plan.undo.nothing"))
                    : edits.firstUndone(projectId, actor.login())
                            .orElseThrow(() -> new Refusal("plan.redo.nothing"));
            EditSteps kept = json.readValue(edit.steps(), EditSteps.class);
            Edited edited = carryOut(actor, before, onto(before, back ? kept.reversed() : kept, back), true);
            keepOnceCommitted(handle, edited);
            edits.setUndone(edit.id(), back);
            audit.record(actor, back ? "plan.undo" : "plan.redo", "project-id:" + projectId, edit.what(), null);
            return new Outcome(edited, true);
        }));
    }

    /** Makes and schedules steps without keeping them; the caller's transaction decides what stays. */
    Edited tryOut(Actor actor, long projectId, Function<PlanSnapshot, EditSteps> planned) {
        PlanSnapshot before = lock(actor, projectId);
        return carryOut(actor, before, planned.apply(before), false);
    }

    /** @return the reasons that stand for changes of calendars, newest first */
    List<CalendarNote> calendarNotes(long projectId) {
        return edits.standing(projectId, CALENDAR, NOTES).stream()
                .flatMap(edit -> Optional.ofNullable(json.readValue(edit.steps(), EditSteps.class).calendars().reason())
                        .map(reason -> new CalendarNote(reason, edit.author(), edit.editedAt())).stream())
                .toList();
    }

    private PlanSnapshot lock(Actor actor, long projectId) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        if (store.revisions.raise(projectId) == 0) {
            throw new Refusal("plan.none");
        }
        return store.readLocked(projectId);
    }

    /** A trial ends at a savepoint inside a transaction that is committed, so that its commit says nothing. */
    private void keepOnceCommitted(Handle handle, Edited edited) {
        if (lasting) {
            handle.afterCommit(() -> store.committed(edited.plan()));
        }
    }

    private Edited published(Actor actor, long projectId, Outcome outcome) {
        if (outcome.changed()) {
            Edited edited = outcome.edited();
            feed.publish(new ProjectChange(projectId, actor.name(), edited.touched(),
                    edited.plan().head().revision()));
        }
        return outcome.edited();
    }

    /** @return steps that were prepared before, fitted to the plan as it stands */
    EditSteps fitted(PlanSnapshot plan, EditSteps steps) {
        return onto(plan, steps, false);
    }

    /** Fits kept steps to a plan that others may have changed since, and refuses where they changed the same. */
    private EditSteps onto(PlanSnapshot plan, EditSteps steps, boolean back) {
        Map<Long, Task> byId = plan.byId();
        List<TaskStep> fitted = new ArrayList<>(steps.tasks().size());
        for (TaskStep step : steps.tasks()) {
            Task now = byId.get(step.taskId());
            if (step.before() == null) {
                fitted.add(step);
                continue;
            }
            if (now == null) {
                throw new Refusal("plan.undo.gone", step.before().name());
            }
            if (step.after() != null) {
                TaskInput after = step.on(now.input(), json).orElseThrow(() -> EditRules.changed(now));
                fitted.add(new TaskStep(step.taskId(), now.input(), after));
            } else {
                removable(now, step.before(), back);
                fitted.add(step);
            }
        }
        return new EditSteps(fitted, steps.links(), steps.calendars(), steps.rate());
    }

    private static void removable(Task now, TaskInput before, boolean back) {
        if (!now.input().withOrder(0).equals(before.withOrder(0))) {
            throw EditRules.changed(now);
        }
        BigDecimal reported = now.progress().confirmedQuantity().add(now.progress().submittedQuantity());
        if (back && reported.signum() > 0) {
            throw new Refusal("plan.task.reported", now.name());
        }
    }

    private Edited carryOut(Actor actor, PlanSnapshot before, EditSteps steps, boolean again) {
        long projectId = before.head().projectId();
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<TaskStep> added = steps.tasks().stream().filter(step -> step.before() == null).toList();
        List<TaskStep> changed = steps.tasks().stream()
                .filter(step -> step.before() != null && step.after() != null).toList();
        List<Long> archived = steps.tasks().stream().filter(step -> step.after() == null).map(TaskStep::taskId).toList();
        for (TaskStep step : steps.tasks()) {
            if (step.after() != null && (step.before() == null
                    || !Objects.equals(step.before().constraintOn(), step.after().constraintOn()))) {
                EditRules.checkDate(before, step.after());
            }
        }
        steps.calendars().apply(store, projectId);
        if (steps.rate() != null) {
            setRate(before, steps.rate());
        }
        writeLinks(before, steps.links());
        if (again) {
            write(added, actor, now);
        } else {
            insert(projectId, added, before, actor, now);
        }
        write(changed, actor, now);
        if (!archived.isEmpty()) {
            store.tasks.archive(archived, actor.name(), now);
        }
        boolean linked = addLinks(before, steps.links());
        PlanSnapshot after = again && !added.isEmpty() || !steps.calendars().isEmpty() || steps.rate() != null
                ? store.read(projectId)
                : EditedPlan.of(before, steps, actor.name(), now,
                        linked ? store.tasks.links(projectId) : null);
        EditRules.checkTree(before, after, steps);
        PlanStore.Rescheduled rescheduled = store.reschedule(after);
        Set<Long> touched = new HashSet<>(rescheduled.moved());
        steps.tasks().forEach(step -> touched.add(step.taskId()));
        steps.links().forEach(step -> touched.add(step.link().successorId()));
        return new Edited(rescheduled.plan(), touched, added.stream().map(TaskStep::taskId).toList());
    }

    private void setRate(PlanSnapshot plan, EditSteps.RateStep step) {
        if (plan.head().rateBasis() != step.before()) {
            throw new Refusal("plan.rate.changed");
        }
        store.plans.setRateBasis(plan.head().projectId(), step.after());
    }

    private void insert(long projectId, List<TaskStep> added, PlanSnapshot before, Actor actor, OffsetDateTime now) {
        if (added.isEmpty()) {
            return;
        }
        List<Task> tasks = added.stream().map(step -> EditedPlan.fresh(step, before, actor.name(), now)).toList();
        store.tasks.addTasks(projectId, tasks, tasks.stream().map(Task::input).toList(),
                tasks.stream().map(Task::dates).toList(), tasks.stream().map(Task::progress).toList());
    }

    private void write(List<TaskStep> steps, Actor actor, OffsetDateTime now) {
        if (!steps.isEmpty()) {
            store.tasks.setInputs(steps.stream().map(TaskStep::taskId).toList(),
                    steps.stream().map(TaskStep::after).toList(), actor.name(), now);
        }
    }

    private void writeLinks(PlanSnapshot plan, List<LinkStep> steps) {
        List<Long> removed = steps.stream()
                .filter(step -> !step.added())
                .map(step -> plan.links().stream()
                        .filter(link -> LinkInput.of(link).equals(step.link()))
                        .findFirst()
                        .orElseThrow(() -> new Refusal("plan.link.gone"))
                        .id())
                .toList();
        if (!removed.isEmpty()) {
            store.tasks.removeLinks(removed);
        }
    }

    private boolean addLinks(PlanSnapshot plan, List<LinkStep> steps) {
        List<TaskLink> added = steps.stream().filter(LinkStep::added).map(step -> step.link().unstored()).toList();
        if (added.isEmpty()) {
            return false;
        }
        Set<LinkInput> removed = steps.stream().filter(step -> !step.added()).map(LinkStep::link)
                .collect(Collectors.toSet());
        Set<List<Object>> present = plan.links().stream()
                .filter(link -> !removed.contains(LinkInput.of(link)))
                .map(EditRunner::key)
                .collect(Collectors.toSet());
        if (added.stream().anyMatch(link -> present.contains(key(link)))) {
            throw new Refusal("plan.link.exists");
        }
        store.tasks.addLinks(plan.head().projectId(), added);
        return true;
    }

    private static List<Object> key(TaskLink link) {
        return List.of(link.predecessorId(), link.successorId(), link.linkType());
    }
}
