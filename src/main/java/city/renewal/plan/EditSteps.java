package city.renewal.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one edit changes, as rows before and after it, so that it can be taken back and done again. Kept as JSON.
 */
public record EditSteps(List<TaskStep> tasks, List<LinkStep> links) {

    public EditSteps {
        tasks = List.copyOf(tasks);
        links = List.copyOf(links);
    }

    /**
     * @param before null for a new task
     * @param after  null for a removed one
     */
    public record TaskStep(long taskId, @Nullable TaskInput before, @Nullable TaskInput after) {
        TaskStep reversed() {
            return new TaskStep(taskId, after, before);
        }
    }

    /** @param added whether the link is new rather than removed */
    public record LinkStep(LinkInput link, boolean added) {
        LinkStep reversed() {
            return new LinkStep(link, !added);
        }
    }

    static EditSteps task(TaskStep step) {
        return new EditSteps(List.of(step), List.of());
    }

    static EditSteps link(LinkStep step) {
        return new EditSteps(List.of(), List.of(step));
    }

    /** @return the steps that take these back */
    EditSteps reversed() {
        return new EditSteps(
                tasks.reversed().stream().map(TaskStep::reversed).toList(),
                links.reversed().stream().map(LinkStep::reversed).toList());
    }
}
