package city.renewal.plan;

import city.renewal.base.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where site reports become progress. Every method runs inside its caller's transaction. */
public final class ProgressRecorder {

    private final Plans plans;
    private final PlanStore store;

    public ProgressRecorder(Plans plans) {
        this.plans = plans;
        this.store = plans.store();
    }

    /**
     * Keeps every other change of the task's plan waiting until the transaction ends.
     *
     * @return the task as it is now
     * @throws Refusal when there is no such task
     */
    public ReportedTask lock(long taskId) {
        long projectId = store.tasks.projectOf(taskId).orElseThrow(() -> unknown(taskId));
        lockPlan(projectId);
        Task task = store.tasks.task(taskId).orElseThrow(() -> unknown(taskId));
        return new ReportedTask(projectId, task, store.tasks.children(taskId) > 0, store.tasks.archived(taskId));
    }

    private static Refusal unknown(long taskId) {
        return new Refusal("task.unknown", String.valueOf(taskId));
    }

    /** Keeps every other change of the project's plan waiting until the transaction ends. */
    public void lockPlan(long projectId) {
        store.revisions.raise(projectId);
    }

    /**
     * @param summary  whether other tasks lie below it, so that it has no work of its own
     * @param archived whether it was removed from its plan; what was reported before can still be decided
     */
    public record ReportedTask(long projectId, Task task, boolean summary, boolean archived) {
    }

    /**
     * What the reports of one task come to: confirmed, and waiting for confirmation.
     *
     * @param firstDay of the confirmed reports, null when there is none
     * @param lastDay  of the confirmed reports, null when there is none
     */
    public record TaskSums(long taskId, BigDecimal confirmed, BigDecimal submitted, @Nullable LocalDate firstDay,
                           @Nullable LocalDate lastDay) {
    }

    /** Notes what waits for confirmation; the schedule does not move. */
    public void setSubmitted(List<TaskSums> sums) {
        store.progress.setSubmitted(sums);
    }

    /**
     * Notes confirmed work on tasks of one {@link #lockPlan locked} plan and schedules what is left of the project.
     *
     * @param handle of the transaction, which must not have changed the plan otherwise
     * @return the ids of the tasks whose dates moved
     * @throws Refusal when the plan would last absurdly long
     */
    public Set<Long> setConfirmed(Handle handle, long projectId, List<TaskSums> sums) {
        PlanSnapshot plan = followingDays(store.readProgress(projectId));
        Map<Long, Task> planned = plan.byId();
        Map<Long, Task> done = new HashMap<>();
        for (TaskSums task : sums) {
            // One that was removed from its plan can still be decided.
            Task before = planned.containsKey(task.taskId())
                    ? planned.get(task.taskId())
                    : store.tasks.task(task.taskId()).orElseThrow(() -> unknown(task.taskId()));
            done.put(task.taskId(), progressed(before, task));
        }
        List<Task> changed = List.copyOf(done.values());
        store.progress.setProgress(changed.stream().map(Task::id).toList(),
                changed.stream().map(Task::progress).toList(), changed.stream().map(Task::dates).toList());
        PlanStore.Rescheduled rescheduled = store.reschedule(plan.withTasks(plan.tasks().stream()
                .map(task -> done.getOrDefault(task.id(), task)).toList()));
        store.noteProgress(handle, rescheduled.plan());
        return rescheduled.moved();
    }

    private static Task progressed(Task task, TaskSums sums) {
        BigDecimal left = task.input().plannedQuantity()
                .subtract(task.progress().openingQuantity())
                .subtract(sums.confirmed())
                .max(BigDecimal.ZERO);
        boolean finished = left.signum() == 0;
        TaskDates dates = task.dates();
        return task.with(
                new TaskProgress(task.progress().openingQuantity(), sums.confirmed(), sums.submitted()),
                dates.actual(earlier(dates.actualStartOn(), sums.firstDay()), finished ? sums.lastDay() : null,
                        finished ? 0 : share(left, task)));
    }

    /**
     * Notes the sums of reports that came with plans; their actual dates came with them, so nothing is rescheduled.
     *
     * @param projectIds of the plans that the tasks belong to
     */
    public void takeOver(Set<Long> projectIds, List<TaskSums> sums) {
        if (!projectIds.isEmpty()) {
            store.revisions.raiseAll(projectIds);
            store.progress.setSums(sums);
        }
    }

    private static int share(BigDecimal left, Task task) {
        return left.multiply(BigDecimal.valueOf(task.input().durationMinutes()))
                .divide(task.input().plannedQuantity(), 0, RoundingMode.UP)
                .intValueExact();
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate known, @Nullable LocalDate reported) {
        return known == null || reported != null && reported.isBefore(known) ? reported : known;
    }

    /** A plan with confirmed work is a running one: from now on it moves with the days. */
    private PlanSnapshot followingDays(PlanSnapshot plan) {
        if (plan.head().followsToday() && plan.head().statusOn() != null) {
            return plan;
        }
        LocalDate yesterday = plans.today().minusDays(1);
        store.plans.setStatus(plan.head().projectId(), yesterday, true);
        return plan.withHead(plan.head().following(yesterday));
    }
}
