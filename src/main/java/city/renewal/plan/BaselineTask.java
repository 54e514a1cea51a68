package city.renewal.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a baseline says of one task; the name is kept because the promise outlives the task. */
public record BaselineTask(
        long taskId,
        String taskName,
        LocalDate startOn,
        LocalDate finishOn,
        int durationMinutes,
        @Nullable BigDecimal plannedQuantity) {
}
