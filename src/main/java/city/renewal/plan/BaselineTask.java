package city.renewal.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;
import org.jspecify.annotations.Nullable;

/**
 * What a baseline says of one task; the name is kept because the promise outlives the task.
 *
 * @param durationMinutes working minutes, 480 a day
 * @param unit            id of the quantity's unit; this and what follows is null in baselines from before it was kept
 * @param parentId        the summary it belonged to, null at the top
 * @param sortOrder       its place in the tree when the baseline was taken
 * @param summary         whether other tasks lay below it
 * @param milestone       whether it was a moment rather than work
 * @param weight          its share in the project relative to others, null when weighed by its duration
 */
public record BaselineTask(
        long taskId,
        String taskName,
        LocalDate startOn,
        LocalDate finishOn,
        int durationMinutes,
        @Nullable BigDecimal plannedQuantity,
        @Nullable String unit,
        @Nullable Long parentId,
        @Nullable Integer sortOrder,
        @Nullable Boolean summary,
        @Nullable Boolean milestone,
        @Nullable BigDecimal weight) {

    @JdbiConstructor
    public BaselineTask {
    }

    /** Dates and quantity alone, as files of other tools have them. */
    public BaselineTask(long taskId, String taskName, LocalDate startOn, LocalDate finishOn, int durationMinutes,
                        @Nullable BigDecimal plannedQuantity) {
        this(taskId, taskName, startOn, finishOn, durationMinutes, plannedQuantity, null, null, null, null, null,
                null);
    }

    /** The task as it is planned now. */
    static BaselineTask of(Task task, int place, boolean summary) {
        TaskInput input = task.input();
        return new BaselineTask(task.id(), task.name(), task.dates().startOn(), task.dates().finishOn(),
                input.durationMinutes(), input.plannedQuantity(), input.unit(), input.parentId(), place, summary,
                input.milestone(), input.weight());
    }

    /** The same dates and quantity, with the rest from the task that a draft brings. */
    BaselineTask completed(long id, int place, TaskInput input, @Nullable Long parent, boolean isSummary) {
        return new BaselineTask(id, taskName, startOn, finishOn, durationMinutes, plannedQuantity, input.unit(),
                parent, place, isSummary, input.milestone(), input.weight());
    }
}
