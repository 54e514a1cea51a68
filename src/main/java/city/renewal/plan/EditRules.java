package city.renewal.plan;

import city.renewal.base.Refusal;
import city.renewal.schedule.WorkCalendar;
import city.renewal.schedule.WorkingTime;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** What an edit of a plan may ask for. */
final class EditRules {

    /** A century: far beyond any plan, near enough to keep arithmetic sound. */
    static final int LONGEST_DAYS = 36_525;

    private EditRules() {
    }

    /** The work that keeps a task from starting on the day wanted, when there is any. */
    static Optional<Refusal> heldBeyond(PlanSnapshot plan, long taskId, LocalDate wanted) {
        Task task = plan.task(taskId).orElseThrow();
        LocalDate possible = wanted;
        while (!plan.calendarOf(task).calendar().isWorking(possible) && possible.isBefore(task.dates().startOn())) {
            possible = possible.plusDays(1);
        }
        if (!task.dates().startOn().isAfter(possible)) {
            return Optional.empty();
        }
        String holder = plan.links().stream()
                .filter(link -> link.successorId() == taskId)
                .map(link -> plan.task(link.predecessorId()).orElseThrow())
                .max(Comparator.comparing(predecessor -> predecessor.dates().finishOn()))
                .map(Task::name)
                .orElse("");
        return Optional.of(holder.isEmpty()
                ? new Refusal("plan.move.before-start", plan.head().startsOn().toString())
                : new Refusal("plan.move.held", holder, task.dates().startOn().toString()));
    }

    /** @return the working days between two days, both included; counted no further than twice the longest */
    static int workingDays(WorkCalendar calendar, LocalDate first, LocalDate last) {
        return (int) first.datesUntil(last.plusDays(1)).limit(LONGEST_DAYS * 2L).filter(calendar::isWorking).count();
    }

    /** @throws Refusal when a value will not do */
    static void check(TaskInput input) {
        if (input.name().isBlank() || input.name().length() > TaskInput.LONGEST_NAME) {
            throw new Refusal("plan.task.name", TaskInput.LONGEST_NAME);
        }
        if (input.plannedQuantity().signum() <= 0) {
            throw new Refusal("plan.task.quantity", input.name());
        }
        if (input.durationMinutes() < 0 || input.durationMinutes() > WorkingTime.days(LONGEST_DAYS)) {
            throw new Refusal("plan.duration.unusable", input.name());
        }
        if (input.constraintType().needsDate() && input.constraintOn() == null) {
            throw new Refusal("plan.constraint.date", input.name());
        }
    }
}
