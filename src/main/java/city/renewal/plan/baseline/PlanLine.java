package city.renewal.plan.baseline;

import city.renewal.base.Words;
import city.renewal.plan.BaselineTask;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison looks at in one task of one version of a plan.
 *
 * @param nameEn          English name, null where it has none
 * @param durationMinutes working minutes, 480 a day; 0 for a summary, whose length follows from the tasks below it
 * @param quantity        planned quantity; null where work is not measured, and for summaries and milestones
 * @param unit            id of the quantity's unit, null where it is not known
 */
public record PlanLine(
        long taskId,
        @Nullable Long parentId,
        String name,
        @Nullable String nameEn,
        LocalDate startOn,
        LocalDate finishOn,
        int durationMinutes,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        boolean summary,
        boolean milestone) {

    /** @return its name in both languages */
    public Words names() {
        return new Words(name, nameEn);
    }

    /** @return the plan as it stands, in the order of its tree */
    public static List<PlanLine> of(PlanSnapshot plan) {
        Set<Long> summaries = plan.children().keySet();
        return plan.tasks().stream().map(task -> of(task, summaries.contains(task.id()))).toList();
    }

    private static PlanLine of(Task task, boolean summary) {
        TaskInput input = task.input();
        boolean measured = !summary && !input.milestone() && !input.unit().equals(TaskInput.PERCENT);
        return new PlanLine(task.id(), input.parentId(), task.name(), input.nameEn(), task.dates().startOn(),
                task.dates().finishOn(), summary ? 0 : input.durationMinutes(), measured ? input.plannedQuantity() : null,
                measured ? input.unit() : null, summary, input.milestone());
    }

    /**
     * @param today the plan as it stands, which tells of tasks in old baselines whether they are summaries, what they
     *              are measured in and where they belong
     * @return the baseline, in the order of its tree
     */
    static List<PlanLine> of(List<BaselineTask> baseline, ComparedTree today) {
        return baseline.stream().map(task -> of(task, today)).toList();
    }

    private static PlanLine of(BaselineTask task, ComparedTree today) {
        boolean summary = task.summary() == null ? today.summary(task.taskId()) : task.summary();
        boolean milestone = task.milestone() == null ? today.milestone(task.taskId()) : task.milestone();
        String unit = task.unit() == null ? today.unit(task.taskId()) : task.unit();
        boolean measured = !summary && !milestone && !TaskInput.PERCENT.equals(unit);
        return new PlanLine(task.taskId(), task.summary() == null ? today.parent(task.taskId()) : task.parentId(),
                task.taskName(), today.nameEn(task.taskId(), task.taskName()), task.startOn(), task.finishOn(), summary ? 0 : task.durationMinutes(),
                measured ? task.plannedQuantity() : null, measured ? unit : null, summary, milestone);
    }
}
