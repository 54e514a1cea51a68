package city.renewal.resident;

import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A line of the timeline as it is read on a phone: the items of a project and the groups they belong to, without what
 * lies further down in the tree.
 *
 * @param group whether it is a heading over the lines that follow
 * @param share done, 0 and up
 */
public record TimelineEntry(Task task, boolean group, double share) {

    /** @return the lines in the order of the tree; a single task over everything is left out */
    public static List<TimelineEntry> of(PlanSnapshot plan) {
        Map<Long, List<Task>> children = plan.children();
        Map<Long, Double> shares = plan.shares();
        List<Task> top = plan.tasks().stream().filter(task -> task.input().parentId() == null).toList();
        if (top.size() == 1 && children.containsKey(top.getFirst().id())) {
            top = children.get(top.getFirst().id());
        }
        List<TimelineEntry> entries = new ArrayList<>();
        for (Task task : top) {
            List<Task> below = children.get(task.id());
            entries.add(entry(task, below != null, shares));
            if (below != null) {
                below.forEach(item -> entries.add(entry(item, false, shares)));
            }
        }
        return entries;
    }

    private static TimelineEntry entry(Task task, boolean group, Map<Long, Double> shares) {
        return new TimelineEntry(task, group, shares.getOrDefault(task.id(), 0d));
    }

    /** @return whether everything is done */
    public boolean finished() {
        return share >= 1 || task.finished();
    }
}
