package city.renewal.plan.forecast;

import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.RateBasis;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a project will be done, against what was promised.
 *
 * @param plan             the plan with a task at least
 * @param finishByPlan     last day when all that is left goes at the plan's rates
 * @param finishByObserved last day when all that is left goes at the observed rates
 * @param observed         how many unfinished tasks were observed long enough for their rate to count
 * @param originalFinish   by baseline 1, null when nothing was promised
 * @param currentFinish    by the newest baseline, null when nothing was promised
 * @param currentNumber    of the newest baseline, 0 when there is none
 * @param unfinished       tasks without their summaries, what hurts most first: critical before others, then by the
 *                         days late against the original promise
 */
public record PlanForecast(
        PlanSnapshot plan,
        LocalDate finishByPlan,
        LocalDate finishByObserved,
        int observed,
        @Nullable LocalDate originalFinish,
        @Nullable LocalDate currentFinish,
        int currentNumber,
        List<TaskForecast> unfinished) {

    public PlanForecast {
        unfinished = List.copyOf(unfinished);
    }

    /** @return the last day at the rate that the plan goes by */
    public LocalDate finish() {
        return plan.head().rateBasis() == RateBasis.PLAN ? finishByPlan : finishByObserved;
    }

    /** @return calendar days that a finish lies after a promised one, negative when before; null without promise */
    public static @Nullable Integer daysLate(LocalDate finish, @Nullable LocalDate promised) {
        return promised == null ? null : (int) ChronoUnit.DAYS.between(promised, finish);
    }
}
