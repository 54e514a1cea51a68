package city.renewal.plan;

import city.renewal.base.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
        long projectId = store.tasks.projectOf(taskId).orElseThrow(() -> new Refusal("task.unknown", String.valueOf(taskId)));
        store.plans.nextRevision(projectId);
        Task task = store.tasks.task(taskId).orElseThrow(() -> new Refusal("task.unknown", String.valueOf(taskId)));
        return new ReportedTask(projectId, task, store.tasks.children(taskId) > 0, store.tasks.archived(taskId));
    }

    /**
     * @param summary  whether other tasks lie below it, so that it has no work of its own
     * @param archived whether it was removed from its plan; what was reported before can still be decided
     */
    public record ReportedTask(long projectId, Task task, boolean summary, boolean archived) {
    }

    /** Notes what waits for confirmation; the schedule does not move. */
    public void setSubmitted(Task task, BigDecimal submitted) {
        store.tasks.setProgress(task.id(), task.progress().confirmedQuantity(), submitted,
                task.dates().actualStartOn(), task.dates().actualFinishOn(), task.dates().remainingMinutes());
    }

    /**
     * Notes confirmed work and schedules what is left of the project.
     *
     * @param firstDay day of the first confirmed report of the task
     * @param lastDay  day of the last one
     * @return the ids of the tasks whose dates moved
     */
    public Set<Long> setConfirmed(ReportedTask reported, BigDecimal confirmed, BigDecimal submitted,
                                  LocalDate firstDay, LocalDate lastDay) {
        Task task = reported.task();
        BigDecimal left = task.input().plannedQuantity()
                .subtract(task.progress().openingQuantity())
                .subtract(confirmed)
                .max(BigDecimal.ZERO);
        boolean finished = left.signum() == 0;
        LocalDate start = earlier(task.dates().actualStartOn(), firstDay);
        store.tasks.setProgress(task.id(), confirmed, submitted, start, finished ? lastDay : null,
                finished ? 0 : share(left, task));
        LocalDate status = followDays(reported.projectId());
        Set<Long> moved = store.reschedule(reported.projectId());
        store.keepForecasts(reported.projectId(), status);
        return moved;
    }

    /** What the reports of one task come to: confirmed, and waiting for confirmation. */
    public record TaskSums(long taskId, BigDecimal confirmed, BigDecimal submitted) {
    }

    /**
     * Notes the sums of reports that came with plans; their actual dates came with them, so nothing is rescheduled.
     *
     * @param projectIds of the plans that the tasks belong to
     */
    public void takeOver(Set<Long> projectIds, List<TaskSums> sums) {
        if (!projectIds.isEmpty()) {
            store.plans.nextRevisions(projectIds);
            store.tasks.setSums(sums);
        }
    }

    private static int share(BigDecimal left, Task task) {
        return left.multiply(BigDecimal.valueOf(task.input().durationMinutes()))
                .divide(task.input().plannedQuantity(), 0, RoundingMode.UP)
                .intValueExact();
    }

    private static LocalDate earlier(@Nullable LocalDate known, LocalDate reported) {
        return known == null || reported.isBefore(known) ? reported : known;
    }

    /**
     * A plan with confirmed work is a running one: from now on it moves with the days.
     *
     * @return its status date
     */
    private LocalDate followDays(long projectId) {
        PlanHead head = store.plans.head(projectId).orElseThrow();
        if (head.followsToday() && head.statusOn() != null) {
            return head.statusOn();
        }
        LocalDate yesterday = plans.today().minusDays(1);
        store.plans.setStatus(projectId, yesterday, true);
        return yesterday;
    }
}
