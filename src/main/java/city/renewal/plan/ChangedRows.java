package city.renewal.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The rows of a plan that read differently in a later state of it, for whoever shows the earlier one. */
public final class ChangedRows {

    private ChangedRows() {
    }

    /**
     * @return the ids of the tasks whose row reads differently: those that changed themselves and the summaries above
     *         them. Nothing where any other row may differ as well, because the tree, the links, a calendar, the promise
     *         or the status date is another one.
     */
    public static Optional<Set<Long>> between(PlanSnapshot before, PlanSnapshot after) {
        List<Task> old = before.tasks();
        List<Task> now = after.tasks();
        if (old.size() != now.size() || !sameSetting(before, after)) {
            return Optional.empty();
        }
        Set<Long> changed = new HashSet<>();
        for (int i = 0; i < now.size(); i++) {
            Task was = old.get(i);
            Task is = now.get(i);
            if (was == is) {
                continue;
            }
            if (was.id() != is.id() || !Objects.equals(was.input().parentId(), is.input().parentId())) {
                return Optional.empty();
            }
            if (!was.equals(is)) {
                changed.add(is.id());
            }
        }
        return Optional.of(withSummaries(changed, after));
    }

    private static boolean sameSetting(PlanSnapshot before, PlanSnapshot after) {
        return before.links().equals(after.links())
                && before.calendars().equals(after.calendars())
                && before.head().calendarId() == after.head().calendarId()
                && Objects.equals(before.promise(), after.promise())
                && Objects.equals(before.head().statusOn(), after.head().statusOn());
    }

    private static Set<Long> withSummaries(Set<Long> changed, PlanSnapshot plan) {
        if (changed.isEmpty()) {
            return changed;
        }
        Map<Long, Task> byId = plan.byId();
        Set<Long> all = new HashSet<>(changed);
        for (long id : changed) {
            Long parent = byId.get(id).input().parentId();
            while (parent != null && all.add(parent)) {
                parent = byId.get(parent).input().parentId();
            }
        }
        return all;
    }
}
