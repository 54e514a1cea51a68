package city.renewal.plan.baseline;

import city.renewal.plan.Baseline;
import city.renewal.plan.PlanSnapshot;
import java.util.List;

/**
 * A plan with its baselines, and two versions of it side by side.
 *
 * @param plan      as it stands
 * @param baselines by number
 */
public record ComparedPlan(
        PlanSnapshot plan,
        List<Baseline> baselines,
        PlanVersion left,
        PlanVersion right,
        PlanComparison comparison) {

    public ComparedPlan {
        baselines = List.copyOf(baselines);
    }
}
