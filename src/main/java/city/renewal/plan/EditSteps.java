package city.renewal.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one edit changes, as rows before and after it, so that it can be taken back and done again. Kept as JSON.
 */
public record EditSteps(
        List<TaskStep> tasks, List<LinkStep> links, @Nullable CalendarSteps calendars, @Nullable RateStep rate) {

    public EditSteps {
        tasks = List.copyOf(tasks);
        links = List.copyOf(links);
        calendars = calendars == null ? CalendarSteps.NONE : calendars;
    }

    /** Nothing about calendars and the rate. */
    public EditSteps(List<TaskStep> tasks, List<LinkStep> links) {
        this(tasks, links, CalendarSteps.NONE, null);
    }

    /** Nothing about the rate. */
    public EditSteps(List<TaskStep> tasks, List<LinkStep> links, CalendarSteps calendars) {
        this(tasks, links, calendars, null);
    }

    /** @return never null, whatever was stored */
    @Override
    public CalendarSteps calendars() {
        return calendars == null ? CalendarSteps.NONE : calendars;
    }

    /**
     * @param before null for a new task
     * @param after  null for a removed one
     */
    public record TaskStep(long taskId, @Nullable TaskInput before, @Nullable TaskInput after) {
        TaskStep reversed() {
            return new TaskStep(taskId, after, before);
        }

        /**
         * Makes the step on a task that may have changed since: only what the step itself changes has to be as it was.
         *
         * @param now what the task is now; the step must be no addition and no removal
         * @return empty when the same thing was changed by somebody else
         */
        public Optional<TaskInput> on(TaskInput now, JsonMapper json) {
            ObjectNode from = json.valueToTree(before);
            ObjectNode to = json.valueToTree(after);
            ObjectNode merged = json.valueToTree(now);
            for (String field : to.propertyNames()) {
                if (!to.get(field).equals(from.get(field))) {
                    if (!merged.get(field).equals(from.get(field))) {
                        return Optional.empty();
                    }
                    merged.set(field, to.get(field));
                }
            }
            return Optional.of(json.treeToValue(merged, TaskInput.class));
        }
    }

    /** Steps that change nothing. */
    public static final EditSteps NONE = new EditSteps(List.of(), List.of());

    /** @param added whether the link is new rather than removed */
    public record LinkStep(LinkInput link, boolean added) {
        LinkStep reversed() {
            return new LinkStep(link, !added);
        }
    }

    /** At which rate what is left is planned. */
    public record RateStep(RateBasis before, RateBasis after) {
        RateStep reversed() {
            return new RateStep(after, before);
        }
    }

    static EditSteps rate(RateStep step) {
        return new EditSteps(List.of(), List.of(), CalendarSteps.NONE, step);
    }

    public boolean isEmpty() {
        return tasks.isEmpty() && links.isEmpty() && calendars().isEmpty() && rate == null;
    }

    static EditSteps tasks(List<TaskStep> steps) {
        return new EditSteps(steps, List.of());
    }

    static EditSteps task(TaskStep step) {
        return new EditSteps(List.of(step), List.of());
    }

    static EditSteps link(LinkStep step) {
        return new EditSteps(List.of(), List.of(step));
    }

    /**
     * @return one step for each task and link that differs once these and then the later ones are made; no calendars and
     *         no rate
     */
    public EditSteps then(EditSteps later) {
        Map<Long, TaskStep> made = new LinkedHashMap<>();
        Stream.concat(tasks.stream(), later.tasks.stream()).forEach(step -> made.merge(step.taskId(), step,
                (first, second) -> new TaskStep(first.taskId(), first.before(), second.after())));
        Map<LinkInput, LinkStep> tied = new LinkedHashMap<>();
        Stream.concat(links.stream(), later.links.stream()).forEach(step -> tied.merge(step.link(), step,
                (first, second) -> first.added() == second.added() ? second : null));
        return new EditSteps(
                made.values().stream().filter(step -> !Objects.equals(step.before(), step.after())).toList(),
                List.copyOf(tied.values()));
    }

    /** @return the steps that take these back */
    EditSteps reversed() {
        return new EditSteps(
                tasks.reversed().stream().map(TaskStep::reversed).toList(),
                links.reversed().stream().map(LinkStep::reversed).toList(),
                calendars().reversed(),
                rate == null ? null : rate.reversed());
    }
}
