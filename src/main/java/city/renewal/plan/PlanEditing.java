package city.renewal.plan;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.plan.EditSteps.LinkStep;
import city.renewal.plan.EditSteps.TaskStep;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.WorkingTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes of a plan, one step at a time. Each is checked, rescheduled and kept for undo in one transaction; a refused
 * one leaves nothing behind. An edit names the version of the task it was made on, so that nobody overwrites what they
 * have not seen. All methods may be called by planners and administrators only.
 */
public final class PlanEditing {

    private final Jdbi jdbi;
    private final PlanStore store;
    private final PlanEditDao edits;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public PlanEditing(Jdbi jdbi, Plans plans, AuditTrail audit, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.store = plans.store();
        this.edits = jdbi.onDemand(PlanEditDao.class);
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Starts a task no earlier than a day, as when its bar is dragged.
     *
     * @param version the version of the task the person saw
     * @return the ids of all tasks whose dates moved, the task's own included
     * @throws Refusal when the task has changed meanwhile, has begun, is a summary, or cannot start that early, naming
     *                 what holds it
     */
    public Set<Long> move(Actor actor, long projectId, long taskId, int version, LocalDate start) {
        return run(actor, projectId, "move", () -> {
            Task task = work(projectId, taskId, version);
            if (task.started()) {
                throw new Refusal("plan.task.started", task.name());
            }
            return EditSteps.task(new TaskStep(taskId, task.input(),
                    task.input().withConstraint(ConstraintType.START_NO_EARLIER_THAN, start)));
        }, plan -> EditRules.heldBeyond(plan, taskId, start));
    }

    /**
     * Gives a task the duration that lies between two days, as when an end of its bar is dragged. A start that moves is
     * held as in {@link #move}.
     *
     * @param finish the last day wanted, inclusive
     * @return the ids of all tasks whose dates moved
     * @throws Refusal when the task has changed meanwhile, is a summary or a milestone, has begun and its start would
     *                 move, or no working day lies between the two days
     */
    public Set<Long> stretch(Actor actor, long projectId, long taskId, int version, LocalDate start,
                             LocalDate finish) {
        return run(actor, projectId, "stretch", () -> {
            Task task = work(projectId, taskId, version);
            boolean startMoves = !start.equals(task.dates().startOn());
            if (startMoves && task.started()) {
                throw new Refusal("plan.task.started", task.name());
            }
            int days = EditRules.workingDays(store.read(projectId).calendarOf(task).calendar(), start, finish);
            if (task.input().milestone() || days == 0 || days > EditRules.LONGEST_DAYS) {
                throw new Refusal("plan.duration.unusable", task.name());
            }
            TaskInput stretched = task.input().withDuration(WorkingTime.days(days));
            return EditSteps.task(new TaskStep(taskId, task.input(), startMoves
                    ? stretched.withConstraint(ConstraintType.START_NO_EARLIER_THAN, start)
                    : stretched));
        }, plan -> EditRules.heldBeyond(plan, taskId, start));
    }

    /**
     * Gives a task other facts; its place in the tree stays.
     *
     * @return the ids of all tasks whose dates moved
     * @throws Refusal when the task has changed meanwhile or a value will not do
     */
    public Set<Long> change(Actor actor, long projectId, long taskId, int version, TaskInput input) {
        return run(actor, projectId, "change", () -> {
            Task task = current(projectId, taskId, version);
            EditRules.check(input);
            return EditSteps.task(new TaskStep(taskId, task.input(), input.withParent(task.input().parentId())));
        });
    }

    /**
     * Adds a task behind another one, on the same level.
     *
     * @param afterTaskId the task it follows in the tree
     * @param input       parent and order in it are ignored
     * @return the ids of all tasks whose dates moved
     */
    public Set<Long> add(Actor actor, long projectId, long afterTaskId, TaskInput input) {
        return run(actor, projectId, "add", () -> {
            EditRules.check(input);
            PlanSnapshot plan = store.read(projectId);
            Task before = plan.task(afterTaskId).orElseThrow(() -> new Refusal("task.unknown", String.valueOf(afterTaskId)));
            return EditSteps.task(new TaskStep(store.tasks.takeIds(1), null,
                    input.withParent(before.input().parentId()).withOrder(before.input().sortOrder())));
        });
    }

    /**
     * Removes a task with its links.
     *
     * @return the ids of all tasks whose dates moved
     * @throws Refusal when the task has changed meanwhile, has tasks below it, or site reports speak of it
     */
    public Set<Long> remove(Actor actor, long projectId, long taskId, int version) {
        return run(actor, projectId, "remove", () -> {
            Task task = work(projectId, taskId, version);
            if (store.tasks.reports(taskId) > 0) {
                throw new Refusal("plan.task.reported", task.name());
            }
            List<LinkStep> links = store.tasks.links(projectId).stream()
                    .filter(link -> link.predecessorId() == taskId || link.successorId() == taskId)
                    .map(link -> new LinkStep(LinkInput.of(link), false))
                    .toList();
            return new EditSteps(List.of(new TaskStep(taskId, task.input(), null)), links);
        });
    }

    /**
     * Makes one task wait for another.
     *
     * @return the ids of all tasks whose dates moved
     * @throws Refusal when the link exists, leads from a task to itself, or closes a cycle, naming the tasks along it
     */
    public Set<Long> link(Actor actor, long projectId, LinkInput link) {
        return run(actor, projectId, "link", () -> {
            inProject(projectId, link.predecessorId());
            inProject(projectId, link.successorId());
            if (link.predecessorId() == link.successorId()) {
                throw new Refusal("plan.link.self");
            }
            boolean exists = store.tasks.links(projectId).stream().anyMatch(each ->
                    each.predecessorId() == link.predecessorId() && each.successorId() == link.successorId()
                            && each.linkType() == link.linkType());
            if (exists) {
                throw new Refusal("plan.link.exists");
            }
            return EditSteps.link(new LinkStep(link, true));
        });
    }

    /**
     * Removes a link.
     *
     * @return the ids of all tasks whose dates moved
     * @throws Refusal when there is no such link any more
     */
    public Set<Long> unlink(Actor actor, long projectId, long linkId) {
        return run(actor, projectId, "unlink", () -> {
            TaskLink link = store.tasks.links(projectId).stream()
                    .filter(each -> each.id() == linkId)
                    .findFirst()
                    .orElseThrow(() -> new Refusal("plan.link.gone"));
            return EditSteps.link(new LinkStep(LinkInput.of(link), false));
        });
    }

    /**
     * Takes back the actor's own latest edit that still stands.
     *
     * @return the ids of all tasks whose dates moved
     * @throws Refusal when there is none, or somebody has changed the same thing since
     */
    public Set<Long> undo(Actor actor, long projectId) {
        return replay(actor, projectId, () -> edits.lastStanding(projectId, actor.login())
                .orElseThrow(() -> new Refusal("plan.undo.nothing")), true);
    }

    /**
     * Does again what the actor took back last.
     *
     * @return the ids of all tasks whose dates moved
     * @throws Refusal when there is nothing to do again, or somebody has changed the same thing since
     */
    public Set<Long> redo(Actor actor, long projectId) {
        return replay(actor, projectId, () -> edits.firstUndone(projectId, actor.login())
                .orElseThrow(() -> new Refusal("plan.redo.nothing")), false);
    }

    /**
     * Makes steps that were prepared elsewhere on the plan as it stands, as one step.
     *
     * @param what the step's name in the audit trail
     * @return the ids of all tasks whose dates moved
     * @throws Refusal when the steps do not fit the plan, or close a cycle
     */
    public Set<Long> carryOut(Actor actor, long projectId, String what, EditSteps steps) {
        return run(actor, projectId, what, () -> steps);
    }

    private Set<Long> replay(Actor actor, long projectId, Supplier<PlanEdit> choose, boolean back) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        return published(actor, projectId, jdbi.inTransaction(handle -> {
            lock(projectId);
            PlanEdit edit = choose.get();
            EditSteps steps = json.readValue(edit.steps(), EditSteps.class);
            apply(actor, projectId, back ? steps.reversed() : steps);
            edits.setUndone(edit.id(), back);
            audit.record(actor, back ? "plan.undo" : "plan.redo", "project-id:" + projectId, edit.what(), null);
            return reschedule(projectId, steps);
        }));
    }

    private Set<Long> run(Actor actor, long projectId, String what, Supplier<EditSteps> planned) {
        return run(actor, projectId, what, planned, plan -> Optional.empty());
    }

    private Set<Long> run(Actor actor, long projectId, String what, Supplier<EditSteps> planned,
                          Function<PlanSnapshot, Optional<Refusal>> objection) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        return published(actor, projectId, jdbi.inTransaction(handle -> {
            lock(projectId);
            EditSteps steps = planned.get();
            apply(actor, projectId, steps);
            Set<Long> moved = reschedule(projectId, steps);
            objection.apply(store.read(projectId)).ifPresent(refusal -> {
                throw refusal;
            });
            String kept = json.writeValueAsString(steps);
            edits.add(projectId, actor.login(), OffsetDateTime.now(clock), what, kept);
            audit.record(actor, "plan." + what, "project-id:" + projectId, null, kept);
            return moved;
        }));
    }

    private void lock(long projectId) {
        if (store.plans.nextRevision(projectId) == 0) {
            throw new Refusal("plan.none");
        }
    }

    private Set<Long> reschedule(long projectId, EditSteps steps) {
        Set<Long> touched = new HashSet<>(store.reschedule(projectId));
        steps.tasks().forEach(step -> touched.add(step.taskId()));
        return touched;
    }

    private Set<Long> published(Actor actor, long projectId, Set<Long> touched) {
        feed.publish(new ProjectChange(projectId, actor.name(), touched));
        return touched;
    }

    private void apply(Actor actor, long projectId, EditSteps steps) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        steps.links().stream().filter(step -> !step.added()).forEach(step -> removeLink(projectId, step.link()));
        for (TaskStep step : steps.tasks()) {
            if (step.before() == null && step.after() != null) {
                store.tasks.addTask(step.taskId(), projectId, step.after(),
                        store.plans.head(projectId).orElseThrow().startsOn(), actor.name(), now);
            } else {
                Task found = inProject(projectId, step.taskId());
                if (!found.input().equals(step.before())) {
                    throw changed(found);
                }
                if (step.after() == null) {
                    store.tasks.removeTask(step.taskId());
                } else {
                    store.tasks.setInput(step.taskId(), step.after(), actor.name(), now);
                }
            }
        }
        steps.links().stream().filter(LinkStep::added).forEach(step -> addLink(projectId, step.link()));
    }

    private void addLink(long projectId, LinkInput link) {
        store.tasks.addLink(projectId, link.predecessorId(), link.successorId(), link.linkType(), link.lagMinutes(),
                link.elapsedLag());
    }

    private void removeLink(long projectId, LinkInput link) {
        TaskLink found = store.tasks.links(projectId).stream()
                .filter(each -> LinkInput.of(each).equals(link))
                .findFirst()
                .orElseThrow(() -> new Refusal("plan.link.gone"));
        store.tasks.removeLink(found.id());
    }

    private Task inProject(long projectId, long taskId) {
        Optional<Long> owner = store.tasks.projectOf(taskId);
        if (owner.isEmpty() || owner.get() != projectId) {
            throw new Refusal("task.unknown", String.valueOf(taskId));
        }
        return store.tasks.task(taskId).orElseThrow();
    }

    private Task current(long projectId, long taskId, int version) {
        Task task = inProject(projectId, taskId);
        if (task.version() != version) {
            throw changed(task);
        }
        return task;
    }

    private Task work(long projectId, long taskId, int version) {
        Task task = current(projectId, taskId, version);
        if (store.tasks.children(taskId) > 0) {
            throw new Refusal("plan.task.summary", task.name());
        }
        return task;
    }

    private static Refusal changed(Task task) {
        return new Refusal("plan.task.changed", task.name(), task.changedBy());
    }
}
