package city.renewal.plan;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Refusal;
import city.renewal.plan.EditSteps.LinkStep;
import city.renewal.plan.EditSteps.TaskStep;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.WorkingTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a plan's tasks and links, one step at a time; {@link PlanOutlining} changes its tree. Each is checked,
 * rescheduled and kept for undo in one transaction; a refused one leaves nothing behind. An edit names the version of
 * the task it was made on, so that nobody overwrites what they have not seen. All methods may be called by planners and
 * administrators only.
 */
public final class PlanEditing {

    private final PlanStore store;
    private final EditRunner runner;

    public PlanEditing(Jdbi jdbi, Plans plans, AuditTrail audit, ChangeFeed feed, Clock clock) {
        this(jdbi, plans, audit, feed, clock, true);
    }

    private PlanEditing(Jdbi jdbi, Plans plans, AuditTrail audit, ChangeFeed feed, Clock clock, boolean lasting) {
        this.store = plans.store();
        this.runner = new EditRunner(jdbi, store, audit, feed, clock, lasting);
    }

    /**
     * Edits by the same rules for a caller who takes them back within their transaction: nobody is told of them, and no
     * later edit builds on them.
     */
    public static PlanEditing trial(Jdbi jdbi, Plans plans, AuditTrail audit, Clock clock) {
        return new PlanEditing(jdbi, plans, audit, new ChangeFeed(), clock, false);
    }

    EditRunner runner() {
        return runner;
    }

    /**
     * Starts a task no earlier than a day, as when its bar is dragged.
     *
     * @param version the version of the task the person saw
     * @throws Refusal when the task has changed meanwhile, has begun, is a summary, or cannot start that early, naming
     *                 what holds it
     */
    public Edited move(Actor actor, long projectId, long taskId, int version, LocalDate start) {
        return runner.run(actor, projectId, "move", plan -> {
            Task task = work(plan, taskId, version);
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
     * @throws Refusal when the task has changed meanwhile, is a summary or a milestone, has begun and its start would
     *                 move, or no working day lies between the two days
     */
    public Edited stretch(Actor actor, long projectId, long taskId, int version, LocalDate start, LocalDate finish) {
        return runner.run(actor, projectId, "stretch", plan -> {
            Task task = work(plan, taskId, version);
            boolean startMoves = !start.equals(task.dates().startOn());
            if (startMoves && task.started()) {
                throw new Refusal("plan.task.started", task.name());
            }
            int days = finish.isBefore(start) ? 0
                    : EditRules.workingDays(plan.calendarOf(task).calendar(), start, finish);
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
     * Plans what is left at another rate.
     *
     * @throws Refusal when the actor is no planner or administrator, or the project has no plan
     */
    public Edited planBy(Actor actor, long projectId, RateBasis basis) {
        return runner.run(actor, projectId, "rate-basis", plan -> plan.head().rateBasis() == basis
                ? EditSteps.NONE
                : EditSteps.rate(new EditSteps.RateStep(plan.head().rateBasis(), basis)));
    }

    /** As {@link #change(Actor, long, List)}, for one task. */
    public Edited change(Actor actor, long projectId, long taskId, int version, TaskInput input) {
        return change(actor, projectId, List.of(new TaskChange(taskId, version, input)));
    }

    /**
     * Gives tasks other facts, all in one step; their places in the tree stay.
     *
     * @throws Refusal when one of them has changed meanwhile or a value will not do; then none is changed
     */
    public Edited change(Actor actor, long projectId, List<TaskChange> changes) {
        return runner.run(actor, projectId, "change", plan -> {
            List<TaskStep> steps = new ArrayList<>();
            for (TaskChange change : changes) {
                Task task = current(plan, change.taskId(), change.version());
                TaskInput input = change.input().withParent(task.input().parentId())
                        .withOrder(task.input().sortOrder());
                checkInput(plan, input, task.input().placeId());
                if (!input.equals(task.input())) {
                    steps.add(new TaskStep(task.id(), task.input(), input));
                }
            }
            return EditSteps.tasks(steps);
        });
    }

    /** @param knownPlace a place that needs no look, or null */
    void checkInput(PlanSnapshot plan, TaskInput input, @Nullable Long knownPlace) {
        EditRules.check(input);
        Long calendar = input.calendarId();
        if (calendar != null && plan.calendars().stream().noneMatch(each -> each.id() == calendar)) {
            throw new Refusal("plan.calendar.unknown");
        }
        Long place = input.placeId();
        if (place != null && !place.equals(knownPlace)
                && !store.tasks.places(plan.head().projectId()).contains(place)) {
            throw new Refusal("plan.place.unknown");
        }
    }

    /**
     * Makes one task wait for another.
     *
     * @throws Refusal when the link exists, leads from a task to itself, or closes a cycle, naming the tasks along it
     */
    public Edited link(Actor actor, long projectId, LinkInput link) {
        return runner.run(actor, projectId, "link", plan -> {
            find(plan, link.predecessorId());
            find(plan, link.successorId());
            if (link.predecessorId() == link.successorId()) {
                throw new Refusal("plan.link.self");
            }
            boolean exists = plan.links().stream().anyMatch(each ->
                    each.predecessorId() == link.predecessorId() && each.successorId() == link.successorId()
                            && each.linkType() == link.linkType());
            if (exists) {
                throw new Refusal("plan.link.exists");
            }
            return EditSteps.link(new LinkStep(link, true));
        });
    }

    /**
     * Removes a link. It is named by what it is, not by its id, because a sandbox draws its links anew each time it is
     * looked at.
     *
     * @throws Refusal when there is no such link any more
     */
    public Edited unlink(Actor actor, long projectId, LinkInput link) {
        return runner.run(actor, projectId, "unlink", plan -> EditSteps.link(new LinkStep(link, false)));
    }

    /**
     * Makes a task wait for exactly the tasks that a planner typed; see {@link LinkText} for how.
     *
     * @throws Refusal when the task has changed meanwhile, a part cannot be read or names no row, or a link would do
     *                 what {@link #link} refuses
     */
    public Edited setPredecessors(Actor actor, long projectId, long taskId, int version, String typed) {
        return runner.run(actor, projectId, "predecessors", plan -> {
            Task task = current(plan, taskId, version);
            Set<LinkInput> wanted = new LinkedHashSet<>(predecessors(plan, taskId, LinkText.parse(typed)));
            Set<LinkInput> present = new LinkedHashSet<>();
            plan.links().stream().filter(link -> link.successorId() == taskId).map(LinkInput::of)
                    .forEach(present::add);
            List<LinkStep> steps = new ArrayList<>();
            present.stream().filter(link -> !wanted.contains(link)).map(link -> new LinkStep(link, false))
                    .forEach(steps::add);
            wanted.stream().filter(link -> !present.contains(link)).map(link -> new LinkStep(link, true))
                    .forEach(steps::add);
            // The task takes part, so that its version grows and nobody types over predecessors they have not seen.
            return steps.isEmpty() ? EditSteps.tasks(List.of())
                    : new EditSteps(List.of(new TaskStep(taskId, task.input(), task.input())), steps);
        });
    }

    private static List<LinkInput> predecessors(PlanSnapshot plan, long taskId, List<LinkText.Item> items) {
        Map<String, Long> byNumber = new HashMap<>();
        OutlineNumbers.of(plan.tasks()).forEach((id, number) -> byNumber.put(number, id));
        List<LinkInput> links = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (LinkText.Item item : items) {
            Long predecessor = byNumber.get(item.number());
            if (predecessor == null) {
                throw new Refusal("plan.link.number", item.number());
            }
            if (predecessor == taskId) {
                throw new Refusal("plan.link.self");
            }
            if (!seen.add(item.number() + item.type())) {
                throw new Refusal("plan.link.exists");
            }
            links.add(new LinkInput(predecessor, taskId, item.type(), item.lagMinutes(), item.elapsedLag()));
        }
        return links;
    }

    /**
     * Takes back the actor's own latest edit that still stands.
     *
     * @throws Refusal when there is none, or somebody has changed the same thing since
     */
    public Edited undo(Actor actor, long projectId) {
        return runner.replay(actor, projectId, true);
    }

    /**
     * Does again what the actor took back last.
     *
     * @throws Refusal when there is nothing to do again, or somebody has changed the same thing since
     */
    public Edited redo(Actor actor, long projectId) {
        return runner.replay(actor, projectId, false);
    }

    /**
     * Makes steps that were prepared elsewhere on the plan as it stands, as one step.
     *
     * @param what the step's name in the audit trail
     * @throws Refusal when the steps do not fit the plan, or close a cycle
     */
    public Edited carryOut(Actor actor, long projectId, String what, EditSteps steps) {
        return runner.run(actor, projectId, what, plan -> runner.fitted(plan, steps));
    }

    static Task find(PlanSnapshot plan, long taskId) {
        return plan.task(taskId).orElseThrow(() -> new Refusal("task.unknown", String.valueOf(taskId)));
    }

    static Task current(PlanSnapshot plan, long taskId, int version) {
        Task task = find(plan, taskId);
        if (task.version() != version) {
            throw EditRules.changed(task);
        }
        return task;
    }

    private static Task work(PlanSnapshot plan, long taskId, int version) {
        Task task = current(plan, taskId, version);
        if (plan.isSummary(taskId)) {
            throw new Refusal("plan.task.summary", task.name());
        }
        return task;
    }
}
