package city.renewal.plan.baseline;

import city.renewal.base.Refusal;
import city.renewal.plan.Baseline;
import city.renewal.plan.BaselineTask;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import java.util.List;
import java.util.Map;

/** Puts versions of a plan side by side. */
public final class Baselines {

    /** Stands for no baseline where a statement asks for two. */
    private static final long NONE = -1;

    private final Plans plans;

    public Baselines(Plans plans) {
        this.plans = plans;
    }

    /**
     * Reads the plan and two versions of it in at most five statements, however many tasks there are.
     *
     * @param left the promise stands for the plan as it is while nothing was promised
     * @throws Refusal when the project has no plan, or no baseline of a number that is asked for
     */
    public ComparedPlan compare(long projectId, PlanVersion left, PlanVersion right) {
        PlanSnapshot plan = plans.read(projectId);
        List<Baseline> taken = plans.baselines(projectId);
        PlanVersion before = taken.isEmpty() && left.baselineNo() == 1 ? PlanVersion.NOW : left;
        long one = id(taken, before);
        long other = id(taken, right);
        Map<Long, List<BaselineTask>> kept = one == NONE && other == NONE
                ? Map.of()
                : plans.baselineTasks(one, other);
        return new ComparedPlan(plan, taken, before, right,
                PlanComparison.between(lines(plan, kept, one), lines(plan, kept, other)));
    }

    private static long id(List<Baseline> taken, PlanVersion version) {
        if (version.isNow()) {
            return NONE;
        }
        return taken.stream()
                .filter(each -> each.baselineNo() == version.baselineNo())
                .mapToLong(Baseline::id)
                .findFirst()
                .orElseThrow(() -> new Refusal("baseline.unknown", version.baselineNo()));
    }

    private static List<PlanLine> lines(PlanSnapshot plan, Map<Long, List<BaselineTask>> kept, long baselineId) {
        return baselineId == NONE
                ? PlanLine.of(plan)
                : PlanLine.of(kept.getOrDefault(baselineId, List.of()), new ComparedTree(plan));
    }
}
