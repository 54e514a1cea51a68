package city.renewal.plan;

import city.renewal.schedule.Network;
import city.renewal.schedule.WorkRate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A whole plan as it stood at one revision.
 *
 * @param promise      baseline 1, null when none was taken
 * @param delayReason  the newest reason given for the project as a whole, else for one of its tasks, or null
 * @param tasks        in the order of the tree
 * @param days         which days each task is worked
 */
public record PlanSnapshot(
        PlanHead head,
        @Nullable Baseline promise,
        @Nullable DelayReason delayReason,
        List<StoredCalendar> calendars,
        List<Task> tasks,
        List<TaskLink> links,
        TaskCalendars days) {

    public PlanSnapshot {
        calendars = List.copyOf(calendars);
        tasks = List.copyOf(tasks);
        links = List.copyOf(links);
    }

    PlanSnapshot withHead(PlanHead other) {
        return new PlanSnapshot(other, promise, delayReason, calendars, tasks, links, days.until(other));
    }

    /** @param others in the order of the tree */
    PlanSnapshot withTasks(List<Task> others) {
        return new PlanSnapshot(head, promise, delayReason, calendars, others, links, days);
    }

    PlanSnapshot withLinks(List<TaskLink> others) {
        return new PlanSnapshot(head, promise, delayReason, calendars, tasks, others, days);
    }

    /** @return the calendar of tasks that have none of their own */
    public StoredCalendar calendar() {
        return days.usual();
    }

    /** @return the days on which the task is worked: its calendar less the stop-work windows that concern it */
    public StoredCalendar calendarOf(Task task) {
        return days.of(task.input());
    }

    /**
     * The calendar by which a promise falls due. Windows are left out of it: an order to stop explains why work is late,
     * it does not make it be on time.
     *
     * @return the task's own calendar, or the plan's
     */
    public StoredCalendar promisedCalendarOf(Task task) {
        Long own = task.input().calendarId();
        return calendars.stream()
                .filter(each -> own != null && each.id() == own)
                .findFirst()
                .orElseGet(this::calendar);
    }

    /** @return the same plan under other windows; its dates are still those of before */
    public PlanSnapshot under(List<StopWindow> windows) {
        return new PlanSnapshot(head, promise, delayReason, calendars, tasks, links, days.under(head, windows));
    }

    /** @return the same plan with what is left planned at this rate; its dates are still those of before */
    public PlanSnapshot by(RateBasis basis) {
        return new PlanSnapshot(head.by(basis), promise, delayReason, calendars, tasks, links, days);
    }

    /** @return how fast the task was planned to go and goes, on the days on which it is worked */
    public WorkRate rateOf(Task task) {
        return WorkRate.of(task.input().plannedQuantity(), task.progress().done(),
                task.input().milestone() ? 0 : task.input().durationMinutes(), task.dates().actualStartOn(),
                head.statusOn(), calendarOf(task).calendar());
    }

    public Optional<Task> task(long id) {
        return tasks.stream().filter(task -> task.id() == id).findFirst();
    }

    /** @return whether tasks lie below this one, so that its dates and quantity follow from theirs */
    public boolean isSummary(long id) {
        return tasks.stream().anyMatch(task -> Long.valueOf(id).equals(task.input().parentId()));
    }

    /** @return the tasks below each summary, by the summary's id, in the order of the tree */
    public Map<Long, List<Task>> children() {
        return tasks.stream()
                .filter(task -> task.input().parentId() != null)
                .collect(Collectors.groupingBy(task -> task.input().parentId()));
    }

    /** @return the share done of every task and summary, by id; see {@link #doneShare} */
    public Map<Long, Double> shares() {
        return new WeightedProgress(tasks, children()).shares();
    }

    /** @return the share done of the whole, each task weighted by its weight or else its duration; 0 to 1 */
    public double doneShare() {
        return new WeightedProgress(tasks, children()).total();
    }

    /** @return the plan as the scheduler sees it; the stored dates are the scheduler's answer to it */
    public Network network() {
        return Rescheduling.network(this);
    }

    public Map<Long, Task> byId() {
        return tasks.stream().collect(Collectors.toMap(Task::id, Function.identity()));
    }
}
