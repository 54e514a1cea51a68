package city.renewal.plan.sandbox;

import city.renewal.plan.EditSteps;
import city.renewal.plan.EditSteps.LinkStep;
import city.renewal.plan.EditSteps.TaskStep;
import city.renewal.plan.LinkInput;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.plan.TaskLink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kept steps, fitted to a plan that has gone on since they were made: where somebody changed something else of a task,
 * both changes hold; where somebody changed the same thing, the step is left out and named.
 */
record FittedSteps(EditSteps steps, List<SandboxConflict> conflicts) {

    static FittedSteps of(PlanSnapshot plan, EditSteps kept, JsonMapper json) {
        return new Fitting(plan, json).fit(kept);
    }

    /** The steps of one fit as they come together. */
    private static final class Fitting {

        private final JsonMapper json;
        private final Map<Long, Task> live;
        private final List<TaskLink> links;
        /** Tasks that are there once the steps are made. */
        private final Set<Long> there;
        private final Map<Long, String> names = new HashMap<>();
        private final List<SandboxConflict> conflicts = new ArrayList<>();

        Fitting(PlanSnapshot plan, JsonMapper json) {
            this.json = json;
            live = plan.byId();
            links = plan.links();
            there = new HashSet<>(live.keySet());
            live.forEach((id, task) -> names.put(id, task.name()));
        }

        FittedSteps fit(EditSteps kept) {
            List<TaskStep> added = new ArrayList<>();
            List<TaskStep> others = new ArrayList<>();
            for (TaskStep step : kept.tasks()) {
                if (step.before() == null && step.after() != null) {
                    added.add(step);
                    there.add(step.taskId());
                    names.put(step.taskId(), step.after().name());
                } else {
                    fit(step).ifPresent(others::add);
                }
            }
            others.stream().filter(step -> step.after() == null).forEach(step -> there.remove(step.taskId()));
            List<TaskStep> tasks = new ArrayList<>(withParents(added));
            tasks.addAll(others);
            Set<LinkInput> removed = kept.links().stream().filter(step -> !step.added()).map(LinkStep::link)
                    .collect(Collectors.toSet());
            List<LinkStep> ties = kept.links().stream().filter(step -> fits(step, removed)).toList();
            return new FittedSteps(new EditSteps(tasks, ties), List.copyOf(conflicts));
        }

        private Optional<TaskStep> fit(TaskStep step) {
            TaskInput before = step.before();
            Task now = live.get(step.taskId());
            if (now == null || before == null) {
                conflicts.add(new SandboxConflict(before == null ? "" : before.name(), null));
                return Optional.empty();
            }
            Optional<TaskStep> fitted = step.after() == null
                    ? Optional.of(new TaskStep(step.taskId(), now.input(), null))
                            .filter(removal -> now.input().withOrder(0).equals(before.withOrder(0)))
                    : step.on(now.input(), json).map(after -> new TaskStep(step.taskId(), now.input(), after));
            if (fitted.isEmpty()) {
                conflicts.add(new SandboxConflict(now.name(), now.changedBy()));
            }
            return fitted;
        }

        /** Summaries before what lies below them, as the database wants them. */
        private List<TaskStep> withParents(List<TaskStep> added) {
            Map<Long, TaskStep> byId = new HashMap<>();
            added.forEach(step -> byId.put(step.taskId(), step));
            List<TaskStep> kept = new ArrayList<>();
            for (TaskStep step : added) {
                Long parent = step.after() == null ? null : step.after().parentId();
                if (parent == null || there.contains(parent)) {
                    kept.add(step);
                } else {
                    there.remove(step.taskId());
                    conflicts.add(new SandboxConflict(names.get(step.taskId()), null));
                }
            }
            kept.sort(Comparator.comparingInt(step -> depth(step, byId)));
            return kept;
        }

        private static int depth(TaskStep step, Map<Long, TaskStep> added) {
            int depth = 0;
            TaskStep at = step;
            while (at != null && at.after() != null && at.after().parentId() != null && depth <= added.size()) {
                at = added.get(at.after().parentId());
                depth++;
            }
            return depth;
        }

        /** Whether a link is still to be drawn or removed; one that somebody has drawn or removed already is not. */
        private boolean fits(LinkStep step, Set<LinkInput> removed) {
            LinkInput wanted = step.link();
            Optional<TaskLink> found = links.stream()
                    .filter(each -> each.predecessorId() == wanted.predecessorId()
                            && each.successorId() == wanted.successorId() && each.linkType() == wanted.linkType())
                    .findFirst();
            if (!step.added()) {
                return found.isPresent();
            }
            found = found.filter(link -> !removed.contains(LinkInput.of(link)));
            boolean ends = there.contains(wanted.predecessorId()) && there.contains(wanted.successorId());
            if (!ends || found.isPresent()) {
                boolean same = found.map(LinkInput::of).filter(wanted::equals).isPresent();
                if (!same) {
                    conflicts.add(new SandboxConflict(names.getOrDefault(wanted.successorId(), ""), null));
                }
                return false;
            }
            return true;
        }
    }
}
