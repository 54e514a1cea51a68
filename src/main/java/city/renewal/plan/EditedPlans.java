package city.renewal.plan;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tasks and links of the plans that were edited last, so that the next edit of a large plan does not read thousands of
 * rows again. Each is kept for one revision of its plan. Whoever changes a task or a link raises the revision in the same
 * transaction, so what was committed under a plan's present revision is what is stored. Safe for use by many threads.
 */
final class EditedPlans {

    /** About 12 MB, for as many plans as fit. */
    private static final int MOST_TASKS = 20_000;

    /**
     * @param tasks in the order of the tree
     */
    record Rows(long revision, List<Task> tasks, List<TaskLink> links) {
    }

    private final Map<Long, Rows> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** @param plan as it was committed */
    synchronized void keep(PlanSnapshot plan) {
        Rows rows = new Rows(plan.head().revision(), plan.tasks(), plan.links());
        kept.merge(plan.head().projectId(), rows, (old, now) -> now.revision() < old.revision() ? old : now);
        int tasks = kept.values().stream().mapToInt(each -> each.tasks().size()).sum();
        for (Iterator<Rows> oldest = kept.values().iterator(); tasks > MOST_TASKS && oldest.hasNext();) {
            tasks -= oldest.next().tasks().size();
            oldest.remove();
        }
    }

    synchronized Optional<Rows> of(long projectId, long revision) {
        return Optional.ofNullable(kept.get(projectId)).filter(rows -> rows.revision() == revision);
    }
}
