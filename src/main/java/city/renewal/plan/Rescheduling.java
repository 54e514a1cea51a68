package city.renewal.plan;

import city.renewal.base.Refusal;
import city.renewal.schedule.Activity;
import city.renewal.schedule.CycleException;
import city.renewal.schedule.Network;
import city.renewal.schedule.Schedule;
import city.renewal.schedule.ScheduledDates;
import city.renewal.schedule.Scheduler;
import city.renewal.schedule.WorkCalendar;
import city.renewal.schedule.WorkRate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a stored plan into the scheduler's network and its answer into the tasks' new dates. */
final class Rescheduling {

    private final Scheduler scheduler;

    Rescheduling(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * @param schedule what the scheduler said of the whole project
     * @param moved    the tasks whose dates differ from what is stored, with their new ones
     */
    record Outcome(Schedule schedule, List<Task> moved) {
    }

    /** @throws Refusal when the links form a cycle, naming the tasks along it */
    Outcome reschedule(PlanSnapshot plan) {
        Schedule schedule = schedule(plan);
        List<Task> moved = new ArrayList<>();
        for (Task task : plan.tasks()) {
            Task dated = withDates(task, schedule.of(task.id()));
            if (!dated.dates().equals(task.dates())) {
                moved.add(dated);
            }
        }
        return new Outcome(schedule, moved);
    }

    private Schedule schedule(PlanSnapshot plan) {
        try {
            return scheduler.schedule(network(plan));
        } catch (CycleException cycle) {
            throw new Refusal("plan.cycle", String.join(" → ", cycle.along().stream().map(Activity::name).toList()));
        }
    }

    static Network network(PlanSnapshot plan) {
        return new Network(
                plan.head().startsOn(),
                plan.head().statusOn(),
                plan.calendar().calendar(),
                plan.tasks().stream().map(task -> activity(task, plan)).toList(),
                plan.links().stream().map(TaskLink::toLink).toList());
    }

    private static Activity activity(Task task, PlanSnapshot plan) {
        TaskInput input = task.input();
        WorkCalendar calendar = plan.calendarOf(task).calendar();
        return new Activity(
                task.id(),
                input.parentId(),
                input.name(),
                input.milestone() ? 0 : input.durationMinutes(),
                calendar,
                input.constraintType(),
                input.constraintOn(),
                task.dates().actualStartOn(),
                task.dates().actualFinishOn(),
                remaining(task, plan));
    }

    /** What is left lasts as long as stored, which is by the plan's rate, unless the plan goes by the observed one. */
    private static @Nullable Integer remaining(Task task, PlanSnapshot plan) {
        Integer stored = task.dates().remainingMinutes();
        if (plan.head().rateBasis() == RateBasis.PLAN || task.finished()) {
            return stored;
        }
        WorkRate rate = plan.rateOf(task);
        return rate.observed() ? Integer.valueOf(rate.remainingByObserved()) : stored;
    }

    private static Task withDates(Task task, ScheduledDates found) {
        TaskDates old = task.dates();
        TaskDates dates = new TaskDates(
                found.start(), found.finish(), found.critical(),
                old.actualStartOn(), old.actualFinishOn(), old.remainingMinutes(),
                old.promisedStartOn(), old.promisedFinishOn());
        return new Task(task.id(), task.input(), dates, task.progress(), task.sourceUid(),
                task.version(), task.changedBy(), task.changedAt());
    }
}
