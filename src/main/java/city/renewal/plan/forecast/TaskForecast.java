package city.renewal.plan.forecast;

import city.renewal.plan.Task;
import city.renewal.schedule.OutOfSequence;
import city.renewal.schedule.WorkRate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When one unfinished task will be done.
 *
 * @param task             as stored; its dates are by the rate that the plan goes by
 * @param finishByPlan     last day when all that is left goes at the plan's rate
 * @param finishByObserved last day when all that is left goes at the observed rates
 * @param originalFinish   by baseline 1, null when it did not have the task
 * @param currentFinish    by the newest baseline, null when it does not have the task
 * @param passed           the links that its progress passed over, the most days first
 */
public record TaskForecast(
        Task task,
        WorkRate rate,
        LocalDate finishByPlan,
        LocalDate finishByObserved,
        @Nullable LocalDate originalFinish,
        @Nullable LocalDate currentFinish,
        List<OutOfSequence> passed) {
}
