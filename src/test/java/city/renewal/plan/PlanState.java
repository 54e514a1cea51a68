package city.renewal.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a plan says: its tasks in the order of the tree with inputs, dates and progress, and its links. */
record PlanState(List<Row> rows, Set<LinkInput> links) {

    record Row(long id, TaskInput input, TaskDates dates, TaskProgress progress) {
    }

    static PlanState of(PlanSnapshot plan) {
        return new PlanState(
                plan.tasks().stream()
                        .map(task -> new Row(task.id(), task.input(), task.dates(), scaled(task.progress()))).toList(),
                new HashSet<>(plan.links().stream().map(LinkInput::of).toList()));
    }

    private static TaskProgress scaled(TaskProgress progress) {
        return new TaskProgress(progress.openingQuantity().setScale(3), progress.confirmedQuantity().setScale(3),
                progress.submittedQuantity().setScale(3));
    }
}
