package city.renewal.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A task that is under way or due, joined with its project. See {@link TaskInput} and {@link TaskDates}. */
public record DueTask(
        long taskId,
        String taskName,
        String projectCode,
        String projectName,
        LocalDate startOn,
        LocalDate finishOn,
        @Nullable LocalDate promisedFinishOn,
        boolean critical,
        BigDecimal plannedQuantity,
        BigDecimal doneQuantity,
        BigDecimal submittedQuantity,
        String unit) {

    /** @return calendar days behind the promise, negative when ahead; 0 without a promise */
    public int daysLate() {
        return promisedFinishOn == null ? 0 : (int) ChronoUnit.DAYS.between(promisedFinishOn, finishOn);
    }
}
