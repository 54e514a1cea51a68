package city.renewal.plan;

import city.renewal.plan.EditSteps.LinkStep;
import city.renewal.plan.EditSteps.TaskStep;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What steps make of a plan that was read before, without reading it again; its dates are still the old ones. */
final class EditedPlan {

    private EditedPlan() {
    }

    /** @param links the links as they are stored now, null where steps only removed some */
    static PlanSnapshot of(PlanSnapshot plan, EditSteps steps, String by, OffsetDateTime at,
                           @Nullable List<TaskLink> links) {
        PlanSnapshot linked = plan.withLinks(links != null ? links : without(plan.links(), steps.links()));
        if (steps.tasks().isEmpty()) {
            return linked;
        }
        Map<Long, TaskStep> byId = new HashMap<>();
        steps.tasks().forEach(step -> byId.put(step.taskId(), step));
        List<Task> tasks = new ArrayList<>(plan.tasks().size());
        for (Task task : plan.tasks()) {
            TaskStep step = byId.get(task.id());
            if (step == null) {
                tasks.add(task);
            } else if (step.after() != null) {
                tasks.add(task.changed(step.after(), by, at));
            }
        }
        steps.tasks().stream().filter(step -> step.before() == null)
                .forEach(step -> tasks.add(fresh(step, plan, by, at)));
        return linked.withTasks(TreeOrder.of(tasks));
    }

    /** @return a task that nobody has worked on, to be scheduled */
    static Task fresh(TaskStep step, PlanSnapshot plan, String by, OffsetDateTime at) {
        LocalDate day = plan.head().startsOn();
        TaskDates dates = new TaskDates(day, day, false, null, null, null, null, null);
        return new Task(step.taskId(), step.after(), dates,
                new TaskProgress(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO), null, 1, by, at);
    }

    private static List<TaskLink> without(List<TaskLink> links, List<LinkStep> steps) {
        if (steps.isEmpty()) {
            return links;
        }
        Set<LinkInput> removed = new HashSet<>();
        steps.forEach(step -> removed.add(step.link()));
        return links.stream().filter(link -> !removed.contains(LinkInput.of(link))).toList();
    }
}
