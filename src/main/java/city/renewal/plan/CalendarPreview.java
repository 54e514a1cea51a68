package city.renewal.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change of calendars would move.
 *
 * @param finishBefore null for a plan without tasks
 * @param moved        the tasks whose days differ, summaries left out, in the order of the tree
 */
public record CalendarPreview(
        CalendarChange change, @Nullable LocalDate finishBefore, @Nullable LocalDate finishAfter, List<Moved> moved) {

    public CalendarPreview {
        moved = List.copyOf(moved);
    }

    /** A task on other days. */
    public record Moved(Task before, Task after) {
    }

    static CalendarPreview between(CalendarChange change, PlanSnapshot before, PlanSnapshot after) {
        Map<Long, Task> known = before.byId();
        Set<Long> summaries = before.children().keySet();
        return new CalendarPreview(change, before.head().finishOn(), after.head().finishOn(), after.tasks().stream()
                .filter(task -> !summaries.contains(task.id()) && known.containsKey(task.id()))
                .map(task -> new Moved(known.get(task.id()), task))
                .filter(moved -> !moved.before().dates().startOn().equals(moved.after().dates().startOn())
                        || !moved.before().dates().finishOn().equals(moved.after().dates().finishOn()))
                .toList());
    }

    /** @return calendar days that the finish moves, negative when it comes earlier */
    public int finishMoves() {
        return finishBefore == null || finishAfter == null
                ? 0
                : (int) ChronoUnit.DAYS.between(finishBefore, finishAfter);
    }
}
