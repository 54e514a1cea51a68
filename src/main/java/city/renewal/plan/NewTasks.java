package city.renewal.plan;

import city.renewal.schedule.LinkType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tasks to add in one step, with the links that come with them.
 *
 * @param tasks parents before what lies below them
 */
public record NewTasks(List<NewTask> tasks, List<NewLink> links) {

    public NewTasks {
        tasks = List.copyOf(tasks);
        links = List.copyOf(links);
    }

    /**
     * @param parent index of its summary among the new tasks, null for one at the place where all are added
     * @param input  parent and order in it are ignored
     */
    public record NewTask(@Nullable Integer parent, TaskInput input) {
    }

    /** One end of a link: a task that is there, or one of the new ones by its index. */
    public record End(boolean added, long idOrIndex) {
        public static End added(int index) {
            return new End(true, index);
        }

        public static End existing(long taskId) {
            return new End(false, taskId);
        }

        long id(List<Long> newIds) {
            return added ? newIds.get((int) idOrIndex) : idOrIndex;
        }
    }

    /** A link with its type and lag, as in {@link LinkInput}. */
    public record NewLink(End predecessor, End successor, LinkType type, int lagMinutes, boolean elapsedLag) {
        LinkInput between(List<Long> newIds) {
            return new LinkInput(predecessor.id(newIds), successor.id(newIds), type, lagMinutes, elapsedLag);
        }
    }

    /** Tasks side by side without links. */
    public static NewTasks of(List<TaskInput> inputs) {
        return new NewTasks(inputs.stream().map(input -> new NewTask(null, input)).toList(), List.of());
    }

    /** @return a copy of these tasks of a plan with all below them and the links among them */
    static NewTasks copyOf(PlanSnapshot plan, List<Task> topmost, Outline outline) {
        List<Long> order = new ArrayList<>();
        topmost.forEach(task -> order.addAll(outline.subtree(task.id())));
        Map<Long, Integer> index = new HashMap<>();
        order.forEach(id -> index.put(id, index.size()));
        Map<Long, Task> byId = plan.byId();
        List<NewTask> tasks = order.stream()
                .map(byId::get)
                .map(task -> new NewTask(index.get(task.input().parentId()), task.input()))
                .toList();
        List<NewLink> links = plan.links().stream()
                .filter(link -> index.containsKey(link.predecessorId()) && index.containsKey(link.successorId()))
                .map(link -> new NewLink(End.added(index.get(link.predecessorId())),
                        End.added(index.get(link.successorId())), link.linkType(), link.lagMinutes(),
                        link.elapsedLag()))
                .toList();
        return new NewTasks(tasks, links);
    }
}
