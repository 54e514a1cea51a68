package city.renewal.plan;

import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import city.renewal.schedule.WorkingTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be worked on in the weeks to come, for the meeting on site.
 *
 * @param weeks seven days each, the first beginning on the day that was asked for
 */
public record LookAhead(List<Week> weeks) {

    /** @param items in the order of their first days in the week */
    public record Week(LocalDate first, LocalDate last, List<Item> items) {
    }

    /**
     * One task in one week.
     *
     * @param first    first day of the week on which it runs
     * @param last     last such day, inclusive
     * @param due      quantity to be done in the week at the plan's rate, in the task's unit, never more than is left
     * @param starts   whether it begins in the week
     * @param finishes whether it is to be finished in it
     * @param waitsFor tasks before it that are not yet as far as their links to it ask
     */
    public record Item(Task task, LocalDate first, LocalDate last, BigDecimal due, boolean starts, boolean finishes,
                       List<Task> waitsFor) {
    }

    /** @param count how many weeks, 1 and up */
    public static LookAhead of(PlanSnapshot plan, LocalDate from, int count) {
        return new Builder(plan).weeks(from, count);
    }

    private static final class Builder {

        private final PlanSnapshot plan;
        private final Map<Long, Task> tasks;
        private final Map<Long, List<Task>> children;
        private final Map<Long, List<TaskLink>> linksInto = new HashMap<>();

        Builder(PlanSnapshot plan) {
            this.plan = plan;
            tasks = plan.byId();
            children = plan.children();
            plan.links().forEach(link ->
                    linksInto.computeIfAbsent(link.successorId(), any -> new ArrayList<>()).add(link));
        }

        LookAhead weeks(LocalDate from, int count) {
            List<Week> weeks = new ArrayList<>();
            Map<Long, BigDecimal> left = new HashMap<>();
            for (int i = 0; i < count; i++) {
                LocalDate first = from.plusWeeks(i);
                LocalDate last = first.plusDays(6);
                List<Item> items = plan.tasks().stream()
                        .filter(task -> !children.containsKey(task.id()) && !task.finished())
                        .filter(task -> !task.dates().startOn().isAfter(last)
                                && !task.dates().finishOn().isBefore(first))
                        .map(task -> item(task, first, last, left))
                        .sorted(Comparator.comparing(Item::first))
                        .toList();
                weeks.add(new Week(first, last, items));
            }
            return new LookAhead(List.copyOf(weeks));
        }

        private Item item(Task task, LocalDate weekStart, LocalDate weekEnd, Map<Long, BigDecimal> left) {
            LocalDate start = task.dates().startOn();
            LocalDate finish = task.dates().finishOn();
            LocalDate first = start.isAfter(weekStart) ? start : weekStart;
            LocalDate last = finish.isBefore(weekEnd) ? finish : weekEnd;
            BigDecimal rest = left.getOrDefault(task.id(), task.remainingQuantity());
            BigDecimal due = last.equals(finish) ? rest : rest.min(atPlannedRate(task, first, last));
            left.put(task.id(), rest.subtract(due));
            return new Item(task, first, last, due, !task.started() && start.equals(first), last.equals(finish),
                    waitsFor(task));
        }

        private BigDecimal atPlannedRate(Task task, LocalDate first, LocalDate last) {
            WorkCalendar calendar = plan.calendarOf(task).calendar();
            int minutes = Math.max(1, task.input().durationMinutes());
            int worked = WorkingTime.days(calendar.workingDays(first, last));
            return task.input().plannedQuantity().multiply(BigDecimal.valueOf(worked))
                    .divide(BigDecimal.valueOf(minutes), 1, RoundingMode.HALF_UP);
        }

        /** Links into the summaries above hold the task back too. */
        private List<Task> waitsFor(Task task) {
            Set<Task> waiting = new LinkedHashSet<>();
            for (Task at = task; at != null; at = at.input().parentId() == null ? null : tasks.get(at.input().parentId())) {
                for (TaskLink link : linksInto.getOrDefault(at.id(), List.of())) {
                    Task before = tasks.get(link.predecessorId());
                    if (before != null && !farEnough(before, link.linkType())) {
                        waiting.add(before);
                    }
                }
            }
            return List.copyOf(waiting);
        }

        private boolean farEnough(Task before, LinkType type) {
            boolean byStart = type == LinkType.START_TO_START || type == LinkType.START_TO_FINISH;
            List<Task> below = children.get(before.id());
            if (below == null) {
                return byStart ? before.started() : before.finished() || before.input().milestone() && before.started();
            }
            return byStart
                    ? below.stream().anyMatch(each -> farEnough(each, type))
                    : below.stream().allMatch(each -> farEnough(each, type));
        }
    }
}
