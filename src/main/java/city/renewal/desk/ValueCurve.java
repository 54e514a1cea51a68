package city.renewal.desk;

import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.schedule.EarnedSchedule;
import city.renewal.schedule.EarnedValue;
import city.renewal.schedule.PlannedProgress;
import city.renewal.schedule.PlannedProgress.Part;
import city.renewal.schedule.WorkCalendar;
import city.renewal.site.DailyQuantity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The S-curve of a plan: how much of its value was to be done, is done and will be done, week by week. Tasks weigh as in
 * {@link PlanSnapshot#doneShare}; what was promised is a share of the work that was promised.
 *
 * @param points   by day: every Sunday from first to last, the status date and the ends
 * @param statusOn the last day whose progress is known
 * @param value    at the status date, against the original promise, or against the plan where nothing was promised
 * @param schedule the same in calendar days since the day the promise (else the plan) begins
 */
public record ValueCurve(List<Point> points, LocalDate statusOn, EarnedValue value, EarnedSchedule schedule) {

    /**
     * Cumulative shares at the end of a day, 0 to 1.
     *
     * @param promised by baseline 1, null when there is none
     * @param planned  by the present dates
     * @param actual   by confirmed reports, null after the status date
     * @param forecast what is done and the rest as now planned, null before the status date
     */
    public record Point(LocalDate day, @Nullable Double promised, double planned, @Nullable Double actual,
                        @Nullable Double forecast) {
    }

    /** What every point is worked out from. */
    private record Work(List<Task> tasks, List<Part> promised, List<Part> planned, List<Part> left, double whole,
                        double doneValue) {
    }

    /**
     * @param done  what was confirmed, in the order of days
     * @param today status date of a plan that has none is the day before
     */
    public static ValueCurve of(PlanSnapshot plan, List<DailyQuantity> done, LocalDate today) {
        LocalDate known = plan.head().statusOn();
        LocalDate status = known == null ? today.minusDays(1) : known;
        Work work = work(plan, status);
        List<Part> yardstick = work.promised().isEmpty() ? work.planned() : work.promised();
        LocalDate first = yardstick.stream().map(Part::start).min(LocalDate::compareTo).orElse(status);
        LocalDate last = yardstick.stream().map(Part::finish).max(LocalDate::compareTo).orElse(status);
        double earned = work.whole() == 0 ? 0 : work.doneValue() / work.whole();
        List<Double> daily = first.datesUntil(last.plusDays(1))
                .map(day -> PlannedProgress.total(yardstick, day))
                .toList();
        LocalDate until = earned >= 1 ? lastDone(done, status) : status;
        return new ValueCurve(points(work, done, status), status,
                new EarnedValue(PlannedProgress.total(yardstick, status), earned),
                EarnedSchedule.of(daily, earned, until.toEpochDay() - first.toEpochDay() + 1));
    }

    private static LocalDate lastDone(List<DailyQuantity> done, LocalDate usual) {
        return done.isEmpty() ? usual : done.getLast().reportOn();
    }

    private static Work work(PlanSnapshot plan, LocalDate status) {
        Set<Long> summaries = plan.children().keySet();
        List<Task> tasks = plan.tasks().stream().filter(task -> !summaries.contains(task.id())).toList();
        List<Part> promised = new ArrayList<>();
        List<Part> planned = new ArrayList<>();
        List<Part> left = new ArrayList<>();
        double whole = 0;
        double doneValue = 0;
        for (Task task : tasks) {
            WorkCalendar calendar = plan.calendarOf(task).calendar();
            double share = Math.min(1, task.doneShare());
            whole += task.weight();
            doneValue += task.weight() * share;
            LocalDate start = task.dates().startOn();
            LocalDate finish = task.dates().finishOn();
            planned.add(new Part(start, finish, calendar, task.weight()));
            LocalDate from = start.isAfter(status) ? start : status.plusDays(1);
            left.add(new Part(from, finish.isBefore(from) ? from : finish, calendar, task.weight() * (1 - share)));
            if (task.dates().promisedStartOn() != null && task.dates().promisedFinishOn() != null) {
                promised.add(new Part(task.dates().promisedStartOn(), task.dates().promisedFinishOn(),
                        plan.promisedCalendarOf(task).calendar(), task.weight()));
            }
        }
        return new Work(tasks, promised, planned, left, whole, doneValue);
    }

    private static List<Point> points(Work work, List<DailyQuantity> done, LocalDate status) {
        Map<LocalDate, Double> actual = actual(work, done);
        List<Point> points = new ArrayList<>();
        double soFar = 0;
        LocalDate counted = LocalDate.MIN;
        for (LocalDate day : days(work, actual.keySet(), status)) {
            for (Map.Entry<LocalDate, Double> gained : actual.entrySet()) {
                if (gained.getKey().isAfter(counted) && !gained.getKey().isAfter(day)) {
                    soFar += gained.getValue();
                }
            }
            counted = day;
            // A report for today is confirmed before the status date reaches it.
            double known = day.isBefore(status) ? Math.min(soFar, work.doneValue()) : work.doneValue();
            points.add(new Point(day,
                    work.promised().isEmpty() ? null : PlannedProgress.total(work.promised(), day),
                    PlannedProgress.total(work.planned(), day),
                    day.isAfter(status) ? null : share(known, work),
                    day.isBefore(status) ? null : share(work.doneValue() + gain(work.left(), day), work)));
        }
        return List.copyOf(points);
    }

    private static double gain(List<Part> left, LocalDate day) {
        return left.stream()
                .mapToDouble(part -> part.weight()
                        * (day.isBefore(part.start()) ? 0
                        : PlannedProgress.share(part.start(), part.finish(), part.calendar(), day)))
                .sum();
    }

    private static double share(double value, Work work) {
        return work.whole() == 0 ? 0 : Math.min(1, value / work.whole());
    }

    /** @return the value gained on each day, what was done before reports began on the day the task began */
    private static Map<LocalDate, Double> actual(Work work, List<DailyQuantity> done) {
        Map<Long, Task> byId = new HashMap<>();
        Map<Long, Double> reached = new HashMap<>();
        Map<LocalDate, Double> gained = new HashMap<>();
        for (Task task : work.tasks()) {
            byId.put(task.id(), task);
            double opening = task.progress().openingQuantity().doubleValue();
            if (opening > 0) {
                LocalDate began = task.dates().actualStartOn();
                gain(gained, reached, task, opening, began == null ? task.dates().startOn() : began);
            }
        }
        for (DailyQuantity day : done) {
            Task task = byId.get(day.taskId());
            if (task != null) {
                gain(gained, reached, task, day.quantity().doubleValue(), day.reportOn());
            }
        }
        return gained;
    }

    /** More than planned earns nothing more. */
    private static void gain(Map<LocalDate, Double> gained, Map<Long, Double> reached, Task task, double quantity,
                             LocalDate day) {
        double planned = task.input().plannedQuantity().doubleValue();
        double before = reached.getOrDefault(task.id(), 0d);
        double after = Math.min(planned, before + quantity);
        reached.put(task.id(), after);
        gained.merge(day, task.weight() * (after - before) / planned, Double::sum);
    }

    private static Set<LocalDate> days(Work work, Set<LocalDate> reported, LocalDate status) {
        Set<LocalDate> ends = new TreeSet<>(reported);
        Stream.of(work.promised(), work.planned(), work.left()).flatMap(List::stream).forEach(part -> {
            ends.add(part.start().minusDays(1));
            ends.add(part.finish());
        });
        ends.add(status);
        TreeSet<LocalDate> ordered = new TreeSet<>(ends);
        Set<LocalDate> days = new TreeSet<>(List.of(ordered.first(), status, ordered.last()));
        LocalDate sunday = ordered.first().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        for (LocalDate day = sunday; !day.isAfter(ordered.last()); day = day.plusWeeks(1)) {
            days.add(day);
        }
        return days;
    }
}
