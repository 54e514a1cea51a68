package city.renewal.plan;

import city.renewal.account.Actor;
import city.renewal.base.Refusal;
import city.renewal.plan.EditSteps.LinkStep;
import city.renewal.plan.EditSteps.TaskStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Changes of a plan's tree: rows added, removed, copied, moved. Each is one step, as in {@link PlanEditing}; several
 * rows are changed together or not at all. All methods but {@link #dependants} may be called by planners and
 * administrators only.
 */
public final class PlanOutlining {

    /** Tasks that are added at once at most, so that a slip of the hand cannot fill the disk. */
    public static final int MOST_AT_ONCE = 10_000;

    private final PlanStore store;
    private final PlanEditing editing;
    private final EditRunner runner;

    public PlanOutlining(Plans plans, PlanEditing editing) {
        this.store = plans.store();
        this.editing = editing;
        this.runner = editing.runner();
    }

    /**
     * Adds tasks side by side, with what lies below them and their links.
     *
     * @throws Refusal when a value will not do, the place is gone, a link closes a cycle, or the task they would lie
     *                 below has progress of its own
     */
    public Edited add(Actor actor, long projectId, TreePlace place, NewTasks added) {
        return runner.run(actor, projectId, "add", plan -> {
            added.tasks().forEach(task -> editing.checkInput(plan, task.input(), null));
            Outline outline = new Outline(plan.tasks());
            return adding(outline, place, added);
        });
    }

    /** As {@link #add(Actor, long, TreePlace, NewTasks)}, for one task. */
    public Edited add(Actor actor, long projectId, TreePlace place, TaskInput input) {
        return add(actor, projectId, place, NewTasks.of(List.of(input)));
    }

    private EditSteps adding(Outline outline, TreePlace place, NewTasks added) {
        int count = added.tasks().size();
        if (count > MOST_AT_ONCE) {
            throw new Refusal("plan.add.many", MOST_AT_ONCE);
        }
        List<Long> ids = new ArrayList<>(count);
        long first = store.tasks.takeIds(count);
        List<Long> topmost = new ArrayList<>();
        for (NewTasks.NewTask task : added.tasks()) {
            long id = first + ids.size();
            ids.add(id);
            outline.add(id, task.input());
            if (task.parent() == null) {
                topmost.add(id);
            }
        }
        outline.place(topmost, place);
        for (int index = 0; index < count; index++) {
            Integer parent = added.tasks().get(index).parent();
            if (parent != null) {
                outline.putBelow(ids.get(index), ids.get(parent));
            }
        }
        return new EditSteps(outline.steps(Set.copyOf(ids)), added.links().stream()
                .map(link -> new LinkStep(link.between(ids), true)).toList());
    }

    /**
     * Adds copies of tasks, with all below them and the links among them. Work done is not copied.
     *
     * @throws Refusal when one of them or the place is gone
     */
    public Edited copy(Actor actor, long projectId, List<Long> taskIds, TreePlace place) {
        return runner.run(actor, projectId, "copy", plan -> {
            taskIds.forEach(id -> PlanEditing.find(plan, id));
            Outline outline = new Outline(plan.tasks());
            Map<Long, Task> byId = plan.byId();
            List<Task> topmost = outline.topmost(taskIds).stream().map(byId::get).toList();
            return adding(outline, place, NewTasks.copyOf(plan, topmost, outline));
        });
    }

    /**
     * Removes tasks with all below them and their links. They are archived: what was reported on them and promised of
     * them stays, and undo brings them back.
     *
     * @throws Refusal when one of them has changed meanwhile
     */
    public Edited remove(Actor actor, long projectId, List<SeenTask> tasks) {
        return runner.run(actor, projectId, "remove", plan -> {
            Outline outline = new Outline(plan.tasks());
            Map<Long, Task> byId = plan.byId();
            Set<Long> gone = withBelow(outline, topmost(plan, outline, tasks));
            List<LinkStep> links = plan.links().stream()
                    .filter(link -> gone.contains(link.predecessorId()) || gone.contains(link.successorId()))
                    .map(link -> new LinkStep(LinkInput.of(link), false))
                    .toList();
            return new EditSteps(gone.stream().map(id -> new TaskStep(id, byId.get(id).input(), null)).toList(), links);
        });
    }

    /**
     * @param plan the plan as somebody sees it, which may be a sandbox
     * @return what depends on these of its tasks; ids that are gone are passed over
     */
    public Dependants dependants(PlanSnapshot plan, List<Long> taskIds) {
        Outline outline = new Outline(plan.tasks());
        Map<Long, Task> byId = plan.byId();
        List<Long> topmost = outline.topmost(taskIds);
        Set<Long> gone = withBelow(outline, topmost);
        Map<Long, Long> reports = store.tasks.reports(plan.head().projectId());
        return new Dependants(
                topmost.stream().map(id -> byId.get(id).name()).toList(),
                gone.size() - topmost.size(),
                plan.links().stream()
                        .filter(link -> gone.contains(link.predecessorId()) && !gone.contains(link.successorId()))
                        .map(link -> byId.get(link.successorId()).name())
                        .distinct()
                        .toList(),
                gone.stream().mapToLong(id -> reports.getOrDefault(id, 0L)).sum());
    }

    private static Set<Long> withBelow(Outline outline, List<Long> topmost) {
        Set<Long> all = new LinkedHashSet<>();
        topmost.forEach(id -> all.addAll(outline.subtree(id)));
        return all;
    }

    /**
     * Puts each task below the one above it on its level.
     *
     * @throws Refusal when one has changed meanwhile or has none above it, or the one above has progress of its own
     */
    public Edited indent(Actor actor, long projectId, List<SeenTask> tasks) {
        return reshape(actor, projectId, "indent", tasks, (outline, rows) -> rows.forEach(outline::indent));
    }

    /**
     * Puts each task behind its summary, on the summary's level. What follows it there stays below the summary.
     *
     * @throws Refusal when one has changed meanwhile or is at the top
     */
    public Edited outdent(Actor actor, long projectId, List<SeenTask> tasks) {
        return reshape(actor, projectId, "outdent", tasks, (outline, rows) -> rows.reversed().forEach(outline::outdent));
    }

    /**
     * Moves tasks one place up or down on their level, each with all below it.
     *
     * @throws Refusal when one has changed meanwhile or is the first or last already
     */
    public Edited shift(Actor actor, long projectId, List<SeenTask> tasks, boolean up) {
        return reshape(actor, projectId, up ? "up" : "down", tasks, (outline, rows) ->
                (up ? rows : rows.reversed()).forEach(id -> outline.shift(id, up ? -1 : 1)));
    }

    /**
     * Moves tasks with all below them to another place in the tree.
     *
     * @throws Refusal when one has changed meanwhile, or the place is gone or lies below one of them
     */
    public Edited place(Actor actor, long projectId, List<SeenTask> tasks, TreePlace place) {
        return reshape(actor, projectId, "place", tasks, (outline, rows) -> outline.place(rows, place));
    }

    private Edited reshape(Actor actor, long projectId, String what, List<SeenTask> tasks,
                           BiConsumer<Outline, List<Long>> change) {
        return runner.run(actor, projectId, what, plan -> {
            Outline outline = new Outline(plan.tasks());
            change.accept(outline, topmost(plan, outline, tasks));
            return EditSteps.tasks(outline.steps(Set.of()));
        });
    }

    private static List<Long> topmost(PlanSnapshot plan, Outline outline, List<SeenTask> tasks) {
        Map<Long, Task> byId = plan.byId();
        for (SeenTask seen : tasks) {
            Task task = byId.get(seen.id());
            if (task == null) {
                throw new Refusal("task.unknown", String.valueOf(seen.id()));
            }
            if (task.version() != seen.version()) {
                throw EditRules.changed(task);
            }
        }
        return outline.topmost(tasks.stream().map(SeenTask::id).toList());
    }
}
