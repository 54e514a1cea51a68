package city.renewal.plan.interchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A planned quantity of work.
 *
 * @param amount never negative
 * @param unit   as written in the file, null where it names none
 */
public record PlanQuantity(BigDecimal amount, @Nullable String unit) {
}
