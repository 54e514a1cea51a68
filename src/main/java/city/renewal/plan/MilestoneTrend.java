package city.renewal.plan;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the forecast of one milestone moved: from the first promise over every week on record to the present schedule.
 *
 * @param names   of the task, null for the finish of the plan
 * @param points  in the order of reports, at least one; the last is the day on which it was reached, if it was
 * @param reached whether it is reached
 */
public record MilestoneTrend(long taskId, @Nullable Words names, List<Point> points, boolean reached) {

    /** @param forecastOn when it was to be reached, as was said on the day of the report */
    public record Point(LocalDate reportOn, LocalDate forecastOn) {
    }

    /**
     * @param past what is on record, in the order of weeks for each milestone
     * @param zone in which the promise was made
     * @return the milestones in the order of the plan, its finish last. One that nothing was recorded of is left out, as
     *         are those that left the plan.
     */
    public static List<MilestoneTrend> of(PlanSnapshot plan, List<MilestoneForecast> past, ZoneId zone) {
        Map<Long, List<MilestoneForecast>> byTask = past.stream()
                .collect(Collectors.groupingBy(MilestoneForecast::taskId));
        LocalDate status = plan.head().statusOn();
        if (status == null) {
            return List.of();
        }
        Baseline promise = plan.promise();
        LocalDate promisedOn = promise == null ? null : promise.takenAt().atZoneSameInstant(zone).toLocalDate();
        List<MilestoneTrend> trends = new ArrayList<>();
        for (Task task : plan.tasks()) {
            List<MilestoneForecast> own = byTask.get(task.id());
            if (own != null && task.input().milestone()) {
                trends.add(trend(task.id(), task.names(), own, promisedOn, task.dates().promisedFinishOn(), status,
                        task.dates().finishOn(), task.started() || task.finished()));
            }
        }
        List<MilestoneForecast> whole = byTask.get(MilestoneForecast.WHOLE_PLAN);
        if (whole != null && plan.head().finishOn() != null) {
            trends.add(trend(MilestoneForecast.WHOLE_PLAN, null, whole, promisedOn,
                    promise == null ? null : promise.finishOn(), status, plan.head().finishOn(),
                    plan.doneShare() >= 1));
        }
        return trends;
    }

    private static MilestoneTrend trend(long id, @Nullable Words names, List<MilestoneForecast> past,
                                        @Nullable LocalDate promisedOn, @Nullable LocalDate promised, LocalDate status,
                                        LocalDate now, boolean reached) {
        Map<LocalDate, LocalDate> said = new TreeMap<>();
        if (promisedOn != null && promised != null) {
            said.put(promisedOn, promised);
        }
        past.forEach(each -> said.put(each.statusOn(), each.finishOn()));
        said.put(status, now);
        if (reached) {
            said.keySet().removeIf(day -> day.isAfter(now));
            said.put(now, now);
        }
        List<Point> points = said.entrySet().stream()
                .map(entry -> new Point(entry.getKey(), Objects.requireNonNull(entry.getValue())))
                .toList();
        return new MilestoneTrend(id, names, points, reached);
    }
}
