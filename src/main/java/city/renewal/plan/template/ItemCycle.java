package city.renewal.plan.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds items that wait for one another. */
final class ItemCycle {

    private final Map<String, WorkItem> items;
    private final Set<String> settled = new HashSet<>();
    private final List<String> path = new ArrayList<>();

    private ItemCycle(Map<String, WorkItem> items) {
        this.items = items;
    }

    /** @return the ids along a cycle, the first also last; empty when there is none */
    static Optional<List<String>> find(Map<String, WorkItem> byId, List<WorkItem> inOrder) {
        ItemCycle search = new ItemCycle(byId);
        return inOrder.stream().map(item -> search.from(item.id())).flatMap(Optional::stream).findFirst();
    }

    private Optional<List<String>> from(String id) {
        if (settled.contains(id)) {
            return Optional.empty();
        }
        int seen = path.indexOf(id);
        if (seen >= 0) {
            List<String> cycle = new ArrayList<>(path.subList(seen, path.size()));
            cycle.add(id);
            return Optional.of(cycle.reversed());
        }
        path.add(id);
        for (Predecessor predecessor : items.get(id).after()) {
            Optional<List<String>> cycle = from(predecessor.item());
            if (cycle.isPresent()) {
                return cycle;
            }
        }
        path.removeLast();
        settled.add(id);
        return Optional.empty();
    }
}
