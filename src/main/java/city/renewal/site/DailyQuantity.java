package city.renewal.site;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What was confirmed of a task for one day, in the task's unit. */
public record DailyQuantity(long taskId, LocalDate reportOn, BigDecimal quantity) {
}
