package city.renewal.plan.sandbox;

import city.renewal.base.Refusal;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.plan.baseline.PlanComparison;
import city.renewal.plan.baseline.PlanLine;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox laid over its plan.
 *
 * @param live      the plan as it stands
 * @param plan      the plan with the sandbox's edits, but for those in conflict
 * @param added     ids of the tasks that the edit just made has added, in the order of the tree
 * @param conflicts edits for which the plan has no room any more; while there are any it cannot be applied
 * @param misfit    why none of the edits can be made any more, such as a cycle that a new link in the plan closes, as a
 *                  key and its parameters; {@code plan} is {@code live} then
 */
public record SandboxPlan(
        Sandbox sandbox,
        PlanSnapshot live,
        PlanSnapshot plan,
        List<Long> added,
        List<SandboxConflict> conflicts,
        @Nullable Refusal misfit) {

    public SandboxPlan {
        added = List.copyOf(added);
        conflicts = List.copyOf(conflicts);
    }

    SandboxPlan withAdded(List<Long> ids) {
        return new SandboxPlan(sandbox, live, plan, ids, conflicts, misfit);
    }

    /** @return from the plan as it stands to the sandbox */
    public PlanComparison comparison() {
        return PlanComparison.between(PlanLine.of(live), PlanLine.of(plan));
    }

    /** @return work that would drive the finish and does not now */
    public List<Task> joinsCriticalPath() {
        return criticalOnlyIn(plan, live);
    }

    /** @return work that drives the finish now and would not any more */
    public List<Task> leavesCriticalPath() {
        return criticalOnlyIn(live, plan);
    }

    private static List<Task> criticalOnlyIn(PlanSnapshot one, PlanSnapshot other) {
        Set<Long> critical = critical(other).stream().map(Task::id).collect(Collectors.toSet());
        return critical(one).stream().filter(task -> !critical.contains(task.id())).toList();
    }

    private static List<Task> critical(PlanSnapshot plan) {
        Set<Long> summaries = plan.children().keySet();
        return plan.tasks().stream()
                .filter(task -> task.dates().critical() && !summaries.contains(task.id()))
                .toList();
    }

    public boolean applicable() {
        return conflicts.isEmpty() && misfit == null && sandbox.edits() > 0;
    }
}
