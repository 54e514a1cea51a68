package city.renewal.plan;

import city.renewal.base.Refusal;
import city.renewal.plan.EditSteps.TaskStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a plan on a workbench: rows are moved about, and in the end it tells which rows hang elsewhere. Rows that
 * were not moved keep their order unless there is no room left between two of them.
 */
final class Outline {

    /** What is left free between neighbours where there is room for it. */
    static final int SPACING = 1024;
    /** What is left free where others have to be pushed on. */
    private static final int NARROW = 32;

    private final Map<Long, TaskInput> inputs = new LinkedHashMap<>();
    private final Map<@Nullable Long, List<Long>> below = new HashMap<>();
    private final Map<Long, @Nullable Long> parents = new HashMap<>();
    private final Set<Long> moved = new HashSet<>();

    /** @param tasks in the order of the tree */
    Outline(List<Task> tasks) {
        for (Task task : tasks) {
            inputs.put(task.id(), task.input());
            parents.put(task.id(), task.input().parentId());
            rowsBelow(task.input().parentId()).add(task.id());
        }
    }

    /** @return the row and all below it, in the order of the tree */
    List<Long> subtree(long id) {
        List<Long> rows = new ArrayList<>();
        List<Long> open = new ArrayList<>(List.of(id));
        while (!open.isEmpty()) {
            long next = open.removeLast();
            rows.add(next);
            open.addAll(rowsBelow(next).reversed());
        }
        return rows;
    }

    /** @return those of the rows that lie below no other of them, in the order of the tree */
    List<Long> topmost(Collection<Long> ids) {
        Set<Long> chosen = new HashSet<>(ids);
        return inputs.keySet().stream().filter(id -> chosen.contains(id) && !liesBelowOne(id, chosen)).toList();
    }

    private boolean liesBelowOne(long id, Set<Long> others) {
        for (Long above = parents.get(id); above != null; above = parents.get(above)) {
            if (others.contains(above)) {
                return true;
            }
        }
        return false;
    }

    /** Adds a row that was not there. */
    void add(long id, TaskInput input) {
        inputs.put(id, input);
    }

    /** Puts a row behind what lies below another one already. */
    void putBelow(long id, long parent) {
        insert(parent, rowsBelow(parent).size(), List.of(id));
    }

    /** @throws Refusal when there is no row above to go below */
    void indent(long id) {
        List<Long> rows = rowsBelow(parents.get(id));
        int index = rows.indexOf(id);
        if (index == 0) {
            throw new Refusal("plan.indent.first", inputs.get(id).name());
        }
        long above = rows.get(index - 1);
        take(id);
        putBelow(id, above);
    }

    /** @throws Refusal when it is at the top already */
    void outdent(long id) {
        Long parent = parents.get(id);
        if (parent == null) {
            throw new Refusal("plan.outdent.top", inputs.get(id).name());
        }
        take(id);
        List<Long> rows = rowsBelow(parents.get(parent));
        insert(parents.get(parent), rows.indexOf(parent) + 1, List.of(id));
    }

    /**
     * Changes places with the neighbour.
     *
     * @param by -1 for up, 1 for down
     * @throws Refusal when there is no neighbour on that side
     */
    void shift(long id, int by) {
        Long parent = parents.get(id);
        List<Long> rows = rowsBelow(parent);
        int index = rows.indexOf(id) + by;
        if (index < 0 || index >= rows.size()) {
            throw new Refusal("plan.shift.edge", inputs.get(id).name());
        }
        take(id);
        insert(parent, index, List.of(id));
    }

    /**
     * Puts rows side by side at a place.
     *
     * @throws Refusal when the place is gone or lies below one of the rows
     */
    void place(List<Long> ids, TreePlace place) {
        Long anchor = place.side() == TreePlace.Side.END ? null : Long.valueOf(place.taskId());
        if (anchor != null && !inputs.containsKey(anchor)) {
            throw new Refusal("task.unknown", String.valueOf(anchor));
        }
        if (anchor != null && (ids.contains(anchor) || liesBelowOne(anchor, Set.copyOf(ids)))) {
            throw new Refusal("plan.place.itself", inputs.get(anchor).name());
        }
        ids.forEach(this::take);
        switch (place.side()) {
            case AFTER -> insert(parents.get(anchor), rowsBelow(parents.get(anchor)).indexOf(anchor) + 1, ids);
            case BEFORE -> insert(parents.get(anchor), rowsBelow(parents.get(anchor)).indexOf(anchor), ids);
            case BELOW -> insert(anchor, rowsBelow(anchor).size(), ids);
            case END -> insert(null, rowsBelow(null).size(), ids);
        }
    }

    private void take(long id) {
        if (parents.containsKey(id)) {
            rowsBelow(parents.get(id)).remove(id);
        }
    }

    private void insert(@Nullable Long parent, int index, List<Long> ids) {
        rowsBelow(parent).addAll(index, ids);
        ids.forEach(id -> parents.put(id, parent));
        moved.addAll(ids);
    }

    private List<Long> rowsBelow(@Nullable Long parent) {
        return below.computeIfAbsent(parent, any -> new ArrayList<>());
    }

    /**
     * @param added the rows that were not there before
     * @return what has to be written, parents before what is new below them
     */
    List<TaskStep> steps(Collection<Long> added) {
        Map<Long, Integer> orders = new HashMap<>();
        below.values().forEach(rows -> settle(rows, orders));
        List<TaskStep> steps = new ArrayList<>();
        for (Map.Entry<Long, TaskInput> row : inputs.entrySet()) {
            TaskInput before = row.getValue();
            Long parent = parents.get(row.getKey());
            TaskInput after = before.withParent(parent).withOrder(orders.get(row.getKey()));
            boolean isNew = added.contains(row.getKey());
            if (isNew || !after.equals(before)) {
                steps.add(new TaskStep(row.getKey(), isNew ? null : before, after));
            }
        }
        return steps;
    }

    /** Finds orders for the moved rows between those that stayed. */
    private void settle(List<Long> rows, Map<Long, Integer> orders) {
        int index = 0;
        Integer last = null;
        while (index < rows.size()) {
            int end = index;
            while (end < rows.size() && moved.contains(rows.get(end))) {
                end++;
            }
            Integer next = end < rows.size() ? Integer.valueOf(inputs.get(rows.get(end)).sortOrder()) : null;
            last = spread(rows.subList(index, end), last, next, orders);
            if (next != null) {
                last = last == null || next > last ? next : Integer.valueOf(last + NARROW);
                orders.put(rows.get(end), last);
            }
            index = end + 1;
        }
    }

    private static @Nullable Integer spread(List<Long> rows, @Nullable Integer last, @Nullable Integer next,
                                            Map<Long, Integer> orders) {
        if (rows.isEmpty()) {
            return last;
        }
        int from = last != null ? last : next != null ? next - SPACING * (rows.size() + 1) : 0;
        int step = next == null ? SPACING : next - from > rows.size() ? (next - from) / (rows.size() + 1) : NARROW;
        int order = from;
        for (long row : rows) {
            order += step;
            orders.put(row, order);
        }
        return order;
    }
}
