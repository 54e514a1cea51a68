package city.renewal.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts tasks into the order in which a tree is read: each summary before what lies below it. */
final class TreeOrder {

    private TreeOrder() {
    }

    /** @param tasks in any order; ties of sort order are broken by age */
    static List<Task> of(List<Task> tasks) {
        Map<@Nullable Long, List<Task>> children = new HashMap<>();
        tasks.stream()
                .sorted(Comparator.comparingInt((Task task) -> task.input().sortOrder()).thenComparingLong(Task::id))
                .forEach(task -> children.computeIfAbsent(task.input().parentId(), any -> new ArrayList<>()).add(task));
        List<Task> ordered = new ArrayList<>(tasks.size());
        Deque<Task> open = new ArrayDeque<>();
        push(open, children.get(null));
        while (!open.isEmpty()) {
            Task task = open.pop();
            ordered.add(task);
            push(open, children.get(task.id()));
        }
        return ordered;
    }

    private static void push(Deque<Task> open, @Nullable List<Task> tasks) {
        if (tasks != null) {
            tasks.reversed().forEach(open::push);
        }
    }
}
