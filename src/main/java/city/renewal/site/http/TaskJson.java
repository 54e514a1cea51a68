package city.renewal.site.http;

import city.renewal.base.http.Json;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.plan.TaskDates;
import city.renewal.plan.TaskInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A task as the interface gives it to everybody: neither planners' notes nor who changed it, only what is confirmed. */
record TaskJson(
        long id,
        @Nullable Long parent,
        @Nullable String code,
        String name,
        @Nullable String nameEn,
        @Nullable String itemClass,
        boolean milestone,
        boolean summary,
        LocalDate start,
        LocalDate finish,
        @Nullable LocalDate promisedStart,
        @Nullable LocalDate promisedFinish,
        @Nullable LocalDate actualStart,
        @Nullable LocalDate actualFinish,
        @Nullable BigDecimal planned,
        @Nullable BigDecimal done,
        String unit,
        BigDecimal percent,
        boolean critical) {

    /** All tasks of a project, in the order of the tree. */
    record All(String project, long revision, @Nullable LocalDate statusDate, List<TaskJson> tasks) {
    }

    static All all(String project, PlanSnapshot plan) {
        Map<Long, List<Task>> children = plan.children();
        Map<Long, Double> shares = plan.shares();
        return new All(project, plan.head().revision(), plan.head().statusOn(), plan.tasks().stream()
                .map(task -> of(task, children.containsKey(task.id()), shares.getOrDefault(task.id(), 0d)))
                .toList());
    }

    private static TaskJson of(Task task, boolean summary, double share) {
        TaskInput input = task.input();
        TaskDates dates = task.dates();
        return new TaskJson(task.id(), input.parentId(), input.code(),
                input.publicName() == null ? input.name() : input.publicName(), input.nameEn(),
                input.itemClass() == null ? null : input.itemClass().toLowerCase(Locale.ROOT),
                input.milestone(), summary, dates.startOn(), dates.finishOn(), dates.promisedStartOn(),
                dates.promisedFinishOn(), dates.actualStartOn(), dates.actualFinishOn(),
                summary ? null : Json.number(input.plannedQuantity()),
                summary ? null : Json.number(task.progress().done()),
                input.unit(), ProjectJson.percent(share), dates.critical());
    }
}
