package city.renewal.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shares done of tasks, and of summaries by the weight of the work below them. More than planned counts as all. */
final class WeightedProgress {

    private final Map<Long, Double> weighted = new HashMap<>();
    private final Map<Long, Double> weights = new HashMap<>();
    private final Map<Long, Double> shares = new HashMap<>();
    private double done;
    private double all;

    /** @param tasks in the order of the tree, parents first */
    WeightedProgress(List<Task> tasks, Map<Long, List<Task>> children) {
        for (Task task : tasks.reversed()) {
            boolean summary = children.containsKey(task.id());
            double weight = summary ? weights.getOrDefault(task.id(), 0d) : task.weight();
            double part = summary ? weighted.getOrDefault(task.id(), 0d) : weight * Math.min(1, task.doneShare());
            shares.put(task.id(), summary ? share(part, weight) : task.doneShare());
            Long parent = task.input().parentId();
            if (parent == null) {
                done += part;
                all += weight;
            } else {
                weights.merge(parent, weight, Double::sum);
                weighted.merge(parent, part, Double::sum);
            }
        }
    }

    private static double share(double part, double weight) {
        return weight == 0 ? 0 : part / weight;
    }

    Map<Long, Double> shares() {
        return shares;
    }

    double total() {
        return share(done, all);
    }
}
