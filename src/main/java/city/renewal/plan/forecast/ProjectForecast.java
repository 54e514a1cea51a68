package city.renewal.plan.forecast;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When one of many projects will be done.
 *
 * @param finishByPlan     last day when all that is left goes at the plan's rates
 * @param finishByObserved last day when all that is left goes at the observed rates
 * @param promisedFinish   by baseline 1, null when nothing was promised
 */
public record ProjectForecast(
        long projectId,
        LocalDate finishByPlan,
        LocalDate finishByObserved,
        @Nullable LocalDate promisedFinish) {
}
