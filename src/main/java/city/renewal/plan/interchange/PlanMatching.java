package city.renewal.plan.interchange;

import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tasks of a plan again in a file: by their number, then by their code, then by their name and those of the
 * summaries above. What stands twice on a side is not matched by it.
 */
final class PlanMatching {

    private static final String BELOW = "\u0001";

    private final PlanSnapshot plan;
    private final PlanDocument document;
    private final Map<Long, Task> byUid = new HashMap<>();
    private final Set<Long> taken = new HashSet<>();

    private PlanMatching(PlanSnapshot plan, PlanDocument document) {
        this.plan = plan;
        this.document = document;
    }

    /** @return the plan's tasks by the file's numbers for them */
    static Map<Long, Task> match(PlanSnapshot plan, PlanDocument document) {
        PlanMatching matching = new PlanMatching(plan, document);
        matching.byNumber();
        matching.by(PlanTask::code, task -> task.input().code());
        Map<Long, String> files = paths(document.tasks(), PlanTask::uid, PlanTask::parent, PlanTask::name);
        Map<Long, String> plans = paths(plan.tasks(), Task::id, task -> task.input().parentId(), Task::name);
        matching.by(task -> files.get(task.uid()), task -> plans.get(task.id()));
        return matching.byUid;
    }

    /**
     * A file that we wrote numbers tasks by our ids, another tool's as it did when it was first brought in. The numbering
     * counts under which more tasks are called the same, and only if at least half of them are.
     */
    private void byNumber() {
        Map<Long, Task> ours = pairs(Task::id);
        Map<Long, Task> theirs = pairs(task -> task.sourceUid() == null ? null : Long.valueOf(task.sourceUid()));
        Map<Long, Task> better = alike(ours) > alike(theirs) ? ours : theirs;
        if (alike(better) * 2 >= better.size()) {
            better.forEach(this::take);
        }
    }

    private Map<Long, Task> pairs(Function<Task, @Nullable Long> number) {
        Map<Long, Task> numbered = unique(plan.tasks(), number);
        Map<Long, Task> pairs = new HashMap<>();
        for (PlanTask task : document.tasks()) {
            Task found = numbered.get(task.uid());
            if (found != null) {
                pairs.put(task.uid(), found);
            }
        }
        return pairs;
    }

    private long alike(Map<Long, Task> pairs) {
        return document.tasks().stream()
                .filter(task -> pairs.containsKey(task.uid()))
                .filter(task -> {
                    Task found = pairs.get(task.uid());
                    return found.name().equals(task.name())
                            || task.code() != null && task.code().equals(found.input().code());
                })
                .count();
    }

    private void by(Function<PlanTask, @Nullable String> ofFile, Function<Task, @Nullable String> ofPlan) {
        Map<String, PlanTask> file = unique(
                document.tasks().stream().filter(task -> !byUid.containsKey(task.uid())).toList(), ofFile);
        Map<String, Task> own = unique(plan.tasks().stream().filter(task -> !taken.contains(task.id())).toList(), ofPlan);
        file.forEach((key, task) -> {
            Task found = own.get(key);
            if (found != null) {
                take(task.uid(), found);
            }
        });
    }

    private void take(long uid, Task task) {
        byUid.put(uid, task);
        taken.add(task.id());
    }

    private static <T, K> Map<K, T> unique(List<T> tasks, Function<T, @Nullable K> key) {
        Map<K, T> found = new HashMap<>();
        Set<K> twice = new HashSet<>();
        for (T task : tasks) {
            K value = key.apply(task);
            if (value != null && found.put(value, task) != null) {
                twice.add(value);
            }
        }
        twice.forEach(found::remove);
        return found;
    }

    private static <T> Map<Long, String> paths(List<T> tasks, Function<T, Long> id, Function<T, @Nullable Long> parent,
                                               Function<T, String> name) {
        Map<Long, String> paths = new HashMap<>();
        for (T task : tasks) {
            Long above = parent.apply(task);
            paths.put(id.apply(task), (above == null ? "" : paths.getOrDefault(above, "")) + BELOW + name.apply(task));
        }
        return paths;
    }
}
