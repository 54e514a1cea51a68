package city.renewal.plan.baseline;

import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The plan as it stands, asked for what a baseline from before does not say of its tasks. */
final class ComparedTree {

    private final Map<Long, Task> tasks;
    private final Set<Long> summaries;

    ComparedTree(PlanSnapshot plan) {
        tasks = plan.byId();
        summaries = plan.children().keySet();
    }

    boolean summary(long taskId) {
        return summaries.contains(taskId);
    }

    boolean milestone(long taskId) {
        Task task = tasks.get(taskId);
        return task != null && task.input().milestone();
    }

    /** @return what the task is called in English, null when it has no such name or was called otherwise then */
    @Nullable String nameEn(long taskId, String name) {
        Task task = tasks.get(taskId);
        return task == null || !task.name().equals(name) ? null : task.input().nameEn();
    }

    @Nullable String unit(long taskId) {
        Task task = tasks.get(taskId);
        return task == null ? null : task.input().unit();
    }

    @Nullable Long parent(long taskId) {
        Task task = tasks.get(taskId);
        return task == null ? null : task.input().parentId();
    }
}
