package city.renewal.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Puts the nodes of a graph into an order in which every edge leads onwards, or names a cycle. */
final class TopologicalOrder {

    private final NetworkGraph graph;
    private final int[] order;
    private final int[] waitingFor;
    private int sorted;

    private TopologicalOrder(NetworkGraph graph) {
        this.graph = graph;
        order = new int[graph.nodes];
        waitingFor = new int[graph.nodes];
    }

    /** @throws CycleException when no such order exists, or when a link ties work to a summary that contains it */
    static int[] of(NetworkGraph graph) {
        TopologicalOrder sorting = new TopologicalOrder(graph);
        sorting.sort();
        if (sorting.sorted < graph.nodes) {
            throw new CycleException(sorting.cycle());
        }
        if (graph.hasSummaries()) {
            sorting.refuseLinksToOwnSummary();
        }
        return sorting.order;
    }

    private void sort() {
        for (int target : graph.target) {
            waitingFor[target]++;
        }
        for (int node = 0; node < graph.nodes; node++) {
            if (waitingFor[node] == 0) {
                order[sorted++] = node;
            }
        }
        for (int at = 0; at < sorted; at++) {
            int node = order[at];
            for (int edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++) {
                if (--waitingFor[graph.target[edge]] == 0) {
                    order[sorted++] = graph.target[edge];
                }
            }
        }
    }

    /** Links to the finish of an own summary close no circle among the nodes, yet they say nothing that can be done. */
    private void refuseLinksToOwnSummary() {
        for (int node = 0; node < graph.activities.length; node++) {
            for (int edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++) {
                int target = graph.target[edge];
                if (graph.type[edge] != null && !graph.isBeginning(target) && graph.isSummary(target)
                        && isWithin(node, target)) {
                    throw new CycleException(List.of(graph.activities[node], graph.activities[target]));
                }
            }
        }
    }

    private boolean isWithin(int activity, int summary) {
        int above = graph.parents[activity];
        while (above >= 0 && above != summary) {
            above = graph.parents[above];
        }
        return above == summary;
    }

    /** Every node left over waits for another one left over, so walking backwards must come round. */
    private List<Activity> cycle() {
        int[] before = new int[graph.nodes];
        Arrays.fill(before, -1);
        int start = -1;
        for (int node = 0; node < graph.nodes; node++) {
            if (waitingFor[node] == 0) {
                continue;
            }
            start = start < 0 || id(node) < id(start) ? node : start;
            for (int edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++) {
                int target = graph.target[edge];
                if (before[target] < 0 || id(node) < id(before[target])) {
                    before[target] = node;
                }
            }
        }
        boolean[] passed = new boolean[graph.nodes];
        int node = start;
        while (!passed[node]) {
            passed[node] = true;
            node = before[node];
        }
        List<Integer> nodes = new ArrayList<>();
        int first = node;
        do {
            nodes.add(node);
            node = before[node];
        } while (node != first);
        Collections.reverse(nodes);
        return named(nodes);
    }

    private List<Activity> named(List<Integer> cycle) {
        List<Integer> numbers = new ArrayList<>(withoutInside(cycle).stream().map(graph::activityOf).toList());
        for (int i = numbers.size() - 1; i >= 0 && numbers.size() > 1; i--) {
            if (numbers.get(i).equals(numbers.get((i + 1) % numbers.size()))) {
                numbers.remove(i);
            }
        }
        int least = 0;
        for (int i = 1; i < numbers.size(); i++) {
            least = id(numbers.get(i)) < id(numbers.get(least)) ? i : least;
        }
        Collections.rotate(numbers, -least);
        return numbers.stream().map(number -> graph.activities[number]).toList();
    }

    /** A way that enters a summary and leaves it through its end is told as the summary alone. */
    private List<Integer> withoutInside(List<Integer> cycle) {
        List<Integer> told = new ArrayList<>(cycle);
        for (int node : cycle) {
            int in = graph.isBeginning(node) ? told.indexOf(node) : -1;
            int end = in < 0 ? -1 : told.indexOf(graph.activityOf(node));
            if (end >= 0) {
                Collections.rotate(told, -in);
                told.subList(1, Math.floorMod(end - in, told.size())).clear();
            }
        }
        return told;
    }

    private long id(int node) {
        return graph.activities[graph.activityOf(node)].id();
    }
}
