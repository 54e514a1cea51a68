package city.renewal.plan;

import city.renewal.base.Refusal;
import city.renewal.schedule.WorkCalendar;
import city.renewal.schedule.WorkingTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an edit of a plan may ask for. */
final class EditRules {

    /** A century: far beyond any plan, near enough to keep arithmetic sound. */
    static final int LONGEST_DAYS = 36_525;

    /** Years that a plan may last, which no rule for single tasks keeps a chain of them to. */
    private static final int LONGEST_YEARS = 150;

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

    /** @throws Refusal when a date lies so far away that it is a mistake, and would take every chart along */
    static void checkDate(PlanSnapshot plan, TaskInput input) {
        LocalDate on = input.constraintOn();
        LocalDate start = plan.head().startsOn();
        if (on != null && (on.isBefore(start.minusYears(TaskInput.FARTHEST_YEARS))
                || on.isAfter(start.plusYears(TaskInput.FARTHEST_YEARS)))) {
            throw new Refusal("plan.date.far", on.toString(), TaskInput.FARTHEST_YEARS);
        }
    }

    /** @throws Refusal when the plan would last so long that it is a mistake */
    static void checkFinish(PlanSnapshot plan, LocalDate finish) {
        if (finish.isAfter(plan.head().startsOn().plusYears(LONGEST_YEARS))) {
            throw new Refusal("plan.finish.far", finish.toString(), LONGEST_YEARS);
        }
    }

    /** @throws Refusal when a value will not do */
    static void check(TaskInput input) {
        if (input.name().isBlank() || input.name().length() > TaskInput.LONGEST_NAME
                || longer(input.publicName(), TaskInput.LONGEST_NAME) || longer(input.nameEn(), TaskInput.LONGEST_NAME)) {
            throw new Refusal("plan.task.name", TaskInput.LONGEST_NAME);
        }
        if (longer(input.code(), TaskInput.LONGEST_CODE) || longer(input.crew(), TaskInput.LONGEST_CREW)
                || longer(input.notes(), TaskInput.LONGEST_NOTES)) {
            throw new Refusal("plan.task.text", input.name());
        }
        if (input.plannedQuantity().signum() <= 0
                || input.plannedQuantity().compareTo(TaskInput.LARGEST_QUANTITY) > 0) {
            throw new Refusal("plan.task.quantity", input.name());
        }
        BigDecimal weight = input.weight();
        if (weight != null && (weight.signum() < 0 || weight.compareTo(TaskInput.LARGEST_QUANTITY) > 0)) {
            throw new Refusal("plan.task.weight", input.name());
        }
        if (input.itemClass() != null && !TaskInput.CLASSES.contains(input.itemClass())) {
            throw new Refusal("plan.task.class", input.itemClass());
        }
        if (input.durationMinutes() < 0 || input.durationMinutes() > WorkingTime.days(LONGEST_DAYS)) {
            throw new Refusal("plan.duration.unusable", input.name());
        }
        if (input.constraintType().needsDate() && input.constraintOn() == null) {
            throw new Refusal("plan.constraint.date", input.name());
        }
    }

    private static boolean longer(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }

    /**
     * Looks at the shape of a plan after an edit.
     *
     * @throws Refusal when something hangs on a task that is gone, work with progress would become a summary, or a
     *                 task would wait for one it is a part of
     */
    static void checkTree(PlanSnapshot before, PlanSnapshot after, EditSteps steps) {
        Map<Long, Task> byId = after.byId();
        long archived = steps.tasks().stream().filter(step -> step.after() == null).count();
        long added = steps.tasks().stream().filter(step -> step.before() == null).count();
        if (after.tasks().size() != before.tasks().size() + added - archived) {
            throw new Refusal("plan.undo.place");
        }
        Set<Long> summaries = before.children().keySet();
        for (Task task : after.tasks()) {
            Long parent = task.input().parentId();
            if (parent != null && !summaries.contains(parent) && hasProgress(byId.get(parent))) {
                throw new Refusal("plan.parent.reported", byId.get(parent).name());
            }
        }
        for (TaskLink link : after.links()) {
            Task predecessor = byId.get(link.predecessorId());
            Task successor = byId.get(link.successorId());
            if (predecessor == null || successor == null) {
                throw new Refusal("plan.undo.place");
            }
            if (liesBelow(predecessor, successor.id(), byId) || liesBelow(successor, predecessor.id(), byId)) {
                throw new Refusal("plan.link.own-summary", predecessor.name(), successor.name());
            }
        }
    }

    private static boolean hasProgress(Task task) {
        return task.started() || task.progress().done().signum() > 0
                || task.progress().submittedQuantity().signum() > 0;
    }

    private static boolean liesBelow(Task task, long summary, Map<Long, Task> byId) {
        for (Long above = task.input().parentId(); above != null; above = byId.get(above).input().parentId()) {
            if (above == summary) {
                return true;
            }
        }
        return false;
    }

    static Refusal changed(Task task) {
        return new Refusal("plan.task.changed", task.name(), task.changedBy());
    }
}
