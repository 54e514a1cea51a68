package city.renewal.plan;

import city.renewal.base.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A task that is under way or due, joined with its project. See {@link TaskInput} and {@link TaskDates}. */
public record DueTask(
        long taskId,
        String taskName,
        @Nullable String taskNameEn,
        String projectCode,
        String projectName,
        @Nullable String projectNameEn,
        LocalDate startOn,
        LocalDate finishOn,
        @Nullable LocalDate promisedFinishOn,
        boolean critical,
        BigDecimal plannedQuantity,
        BigDecimal doneQuantity,
        BigDecimal submittedQuantity,
        String unit) {

    public Words task() {
        return new Words(taskName, taskNameEn);
    }

    public Words project() {
        return new Words(projectName, projectNameEn);
    }

    /** @return calendar days behind the promise, negative when ahead; 0 without a promise */
    public int daysLate() {
        return promisedFinishOn == null ? 0 : (int) ChronoUnit.DAYS.between(promisedFinishOn, finishOn);
    }
}
