package city.renewal.resident;

import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What residents will notice: work of this week, from Monday to Sunday, and what begins in the next.
 *
 * @param thisWeek begun or beginning, not finished
 * @param nextWeek beginning then
 */
public record ComingWork(List<Task> thisWeek, List<Task> nextWeek) {

    private static final Comparator<Task> BY_START = Comparator
            .comparing((Task task) -> task.dates().startOn())
            .thenComparing(task -> task.dates().finishOn())
            .thenComparing(task -> task.input().sortOrder());

    public ComingWork {
        thisWeek = List.copyOf(thisWeek);
        nextWeek = List.copyOf(nextWeek);
    }

    public static ComingWork of(PlanSnapshot plan, LocalDate today) {
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return new ComingWork(
                unfinished(plan, task -> !task.dates().startOn().isAfter(sunday)
                        && !task.dates().finishOn().isBefore(today)),
                unfinished(plan, task -> task.dates().startOn().isAfter(sunday)
                        && !task.dates().startOn().isAfter(sunday.plusWeeks(1))));
    }

    private static List<Task> unfinished(PlanSnapshot plan, Predicate<Task> when) {
        Set<Long> summaries = plan.children().keySet();
        return plan.tasks().stream()
                .filter(task -> !summaries.contains(task.id()) && !task.finished() && task.doneShare() < 1)
                .filter(when)
                .sorted(BY_START)
                .toList();
    }
}
