package city.renewal.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers that planners read a tree by: 1, 1.1, 1.2, 2 … They follow from the order and are not stored. */
public final class OutlineNumbers {

    private OutlineNumbers() {
    }

    /**
     * @param tasks in the order of the tree
     * @return the number of each task, by its id
     */
    public static Map<Long, String> of(List<Task> tasks) {
        Map<@Nullable Long, Integer> counted = new HashMap<>();
        Map<Long, String> numbers = new HashMap<>();
        for (Task task : tasks) {
            Long parent = task.input().parentId();
            int count = counted.merge(parent, 1, Integer::sum);
            String prefix = parent == null ? "" : numbers.getOrDefault(parent, "") + ".";
            numbers.put(task.id(), prefix + count);
        }
        return numbers;
    }
}
