package city.renewal.plan;

import city.renewal.schedule.FrontLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The progress front line of a plan. */
public final class PlanFrontLine {

    private PlanFrontLine() {
    }

    /** @return where the line of the status date crosses the plan, by the task's id; none for a plan without progress */
    public static Map<Long, FrontLine.Point> points(PlanSnapshot plan) {
        return points(plan, plan.head().statusOn(), Task::doneShare);
    }

    /**
     * The line is drawn over the promise, so that moving the plan does not make late work look on time. A summary
     * has a point as well, for when it is folded.
     *
     * @param status day at whose end the line stands, null for none
     * @param share  of each task done by then, 0 and up
     */
    public static Map<Long, FrontLine.Point> points(PlanSnapshot plan, @Nullable LocalDate status,
                                                    ToDoubleFunction<Task> share) {
        if (status == null) {
            return Map.of();
        }
        Map<Long, List<FrontLine.Part>> below = new HashMap<>();
        List<FrontLine.Bar> bars = new ArrayList<>();
        Map<Long, FrontLine.Point> points = new HashMap<>();
        for (Task task : plan.tasks().reversed()) {
            List<FrontLine.Part> parts = below.remove(task.id());
            if (parts == null) {
                FrontLine.Bar bar = bar(task, plan, share.applyAsDouble(task));
                bars.add(bar);
                parts = List.of(new FrontLine.Part(bar, task.weight()));
            } else {
                FrontLine.ofSummary(status, parts).ifPresent(point -> points.put(task.id(), point));
            }
            if (task.input().parentId() != null) {
                below.computeIfAbsent(task.input().parentId(), id -> new ArrayList<>()).addAll(parts);
            }
        }
        points.putAll(FrontLine.points(status, bars));
        return points;
    }

    private static FrontLine.Bar bar(Task task, PlanSnapshot plan, double share) {
        LocalDate start = task.dates().promisedStartOn();
        LocalDate finish = task.dates().promisedFinishOn();
        boolean promised = start != null && finish != null;
        return new FrontLine.Bar(task.id(), promised ? start : task.dates().startOn(),
                promised ? finish : task.dates().finishOn(), plan.promisedCalendarOf(task).calendar(),
                task.input().milestone(), share);
    }
}
