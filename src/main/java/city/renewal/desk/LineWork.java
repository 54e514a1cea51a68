package city.renewal.desk;

import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.project.Place;
import city.renewal.schedule.CrewClashes;
import city.renewal.schedule.CrewClashes.Clash;
import city.renewal.schedule.CrewClashes.Run;
import city.renewal.site.DailyQuantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Work along a line by place and time: the tasks that have a crew and a stretch of chainage.
 *
 * @param crews   in the order in which they begin
 * @param clashes of what is not done yet, by the present dates
 */
public record LineWork(List<Crew> crews, List<Clash> clashes) {

    /** @param stretches in the order of their present starts */
    public record Crew(String name, List<Stretch> stretches) {
    }

    /**
     * One task of a crew. It moves from the end of the stretch at which it begins to the other.
     *
     * @param enters metres at which the crew begins
     * @param leaves metres at which it ends; less than {@code enters} for a crew that works against the chainage
     * @param actual how far it had come by the evenings of its reports, from {@code enters} on; empty when not begun
     */
    public record Stretch(Task task, String place, double enters, double leaves, List<Reached> actual) {
    }

    /** How far a crew had come by the evening of a day. */
    public record Reached(LocalDate day, double metre) {
    }

    /** @return empty crews when the project has no stretches of chainage, or no crew is named for the work in them */
    public static LineWork of(PlanSnapshot plan, List<Place> places, List<DailyQuantity> done) {
        Map<Long, Place> stretches = places.stream()
                .filter(place -> place.chainageFrom() != null && place.chainageTo() != null)
                .collect(Collectors.toMap(Place::id, place -> place));
        Map<Long, List<DailyQuantity>> reports = done.stream().collect(Collectors.groupingBy(DailyQuantity::taskId));
        Map<String, List<Task>> tasks = new LinkedHashMap<>();
        plan.tasks().stream()
                .filter(task -> task.input().crew() != null && !task.input().milestone()
                        && task.input().placeId() != null && stretches.containsKey(task.input().placeId()))
                .sorted(Comparator.comparing((Task task) -> task.dates().startOn()).thenComparing(Task::id))
                .forEach(task -> tasks.computeIfAbsent(task.input().crew(), any -> new ArrayList<>()).add(task));
        List<Crew> crews = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        tasks.forEach((name, own) -> {
            boolean backwards = backwards(own, stretches);
            List<Stretch> moved = new ArrayList<>();
            for (Task task : own) {
                Place place = stretches.get(task.input().placeId());
                moved.add(stretch(task, place, backwards, reports.getOrDefault(task.id(), List.of())));
                if (!task.finished()) {
                    runs.add(new Run(task.id(), name, from(place), to(place), task.dates().startOn(),
                            task.dates().finishOn()));
                }
            }
            crews.add(new Crew(name, List.copyOf(moved)));
        });
        return new LineWork(List.copyOf(crews), CrewClashes.find(runs));
    }

    private static Stretch stretch(Task task, Place place, boolean backwards, List<DailyQuantity> reports) {
        double enters = backwards ? to(place) : from(place);
        double leaves = backwards ? from(place) : to(place);
        double planned = task.input().plannedQuantity().doubleValue();
        double sum = task.progress().openingQuantity().doubleValue();
        List<Reached> actual = new ArrayList<>();
        LocalDate began = task.dates().actualStartOn();
        if (began != null) {
            actual.add(new Reached(began.minusDays(1), enters));
        }
        for (DailyQuantity report : reports) {
            sum += report.quantity().doubleValue();
            actual.add(new Reached(report.reportOn(), enters + (leaves - enters) * Math.min(1, sum / planned)));
        }
        return new Stretch(task, place.name(), enters, leaves, List.copyOf(actual));
    }

    /** A crew works against the chainage when it begins beyond the place where it ends. */
    private static boolean backwards(List<Task> tasks, Map<Long, Place> stretches) {
        return from(stretches.get(tasks.getFirst().input().placeId()))
                > from(stretches.get(tasks.getLast().input().placeId()));
    }

    private static double from(Place place) {
        return metres(place.chainageFrom());
    }

    private static double to(Place place) {
        return metres(place.chainageTo());
    }

    private static double metres(@Nullable BigDecimal chainage) {
        return chainage == null ? 0 : chainage.doubleValue();
    }
}
