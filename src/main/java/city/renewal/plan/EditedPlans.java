package city.renewal.plan;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The plans that were changed last, so that the next change of one does not read thousands of rows again. Each is kept
 * for one revision. Whoever changes a task, a link, a calendar, or a stop-work window that concerns the plan raises its
 * revision in the same transaction, so what was committed under a plan's present revision is what is stored. Only the
 * promise and the newest delay reason of a kept plan may be older. Safe for use by many threads.
 */
final class EditedPlans {

    /** About 12 MB, for as many plans as fit. */
    private static final int MOST_TASKS = 20_000;

    /**
     * @param noted the Monday of the week in which the dates of its milestones were noted, null when they may not be
     */
    record Kept(PlanSnapshot plan, @Nullable LocalDate noted) {

        long revision() {
            return plan.head().revision();
        }
    }

    private final Map<Long, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** @param plan as it was committed */
    synchronized void keep(Kept plan) {
        kept.merge(plan.plan().head().projectId(), plan, (old, now) -> now.revision() < old.revision() ? old : now);
        int tasks = kept.values().stream().mapToInt(each -> each.plan().tasks().size()).sum();
        for (Iterator<Kept> oldest = kept.values().iterator(); tasks > MOST_TASKS && oldest.hasNext();) {
            tasks -= oldest.next().plan().tasks().size();
            oldest.remove();
        }
    }

    synchronized Optional<Kept> of(long projectId, long revision) {
        return Optional.ofNullable(kept.get(projectId)).filter(plan -> plan.revision() == revision);
    }
}
