package city.renewal.programme;

import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Standing;
import city.renewal.plan.Task;
import city.renewal.site.DailyQuantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was done of a project by the evening of past days: by the days of its confirmed reports as they count today, and by
 * the tasks, quantities and weights of its plan as it is today. What was done before reports began counts on every day,
 * because nobody knows when it was. Immutable.
 */
public final class ProgressHistory {

    private record Sort(String code, String unit) {
    }

    private final double openingShare;
    private final Map<Sort, BigDecimal> openingWorks = new HashMap<>();
    private final TreeMap<LocalDate, Double> shares = new TreeMap<>();
    private final Map<Sort, NavigableMap<LocalDate, BigDecimal>> works = new HashMap<>();

    /** @param confirmed of the plan's tasks, in the order of days; those of others are left out */
    ProgressHistory(PlanSnapshot plan, List<DailyQuantity> confirmed) {
        Set<Long> summaries = plan.children().keySet();
        List<Task> tasks = plan.tasks().stream().filter(task -> !summaries.contains(task.id())).toList();
        Map<Long, BigDecimal> done = new HashMap<>();
        Map<Long, Task> byId = new HashMap<>();
        for (Task task : tasks) {
            byId.put(task.id(), task);
            done.put(task.id(), task.progress().openingQuantity());
            Sort sort = sort(task);
            if (sort != null) {
                openingWorks.merge(sort, task.progress().openingQuantity(), BigDecimal::add);
            }
        }
        openingShare = share(tasks, done);
        Map<Sort, BigDecimal> sums = new HashMap<>(openingWorks);
        for (int next = 0; next < confirmed.size();) {
            LocalDate day = confirmed.get(next).reportOn();
            for (; next < confirmed.size() && confirmed.get(next).reportOn().equals(day); next++) {
                DailyQuantity quantity = confirmed.get(next);
                Task task = byId.get(quantity.taskId());
                if (task != null) {
                    done.merge(task.id(), quantity.quantity(), BigDecimal::add);
                    Sort sort = sort(task);
                    if (sort != null) {
                        works.computeIfAbsent(sort, none -> new TreeMap<>())
                                .put(day, sums.merge(sort, quantity.quantity(), BigDecimal::add));
                    }
                }
            }
            shares.put(day, share(tasks, done));
        }
    }

    private static @Nullable Sort sort(Task task) {
        String code = task.input().code();
        return code == null || task.input().milestone() ? null
                : new Sort(MeasuredProgress.sort(code), task.input().unit());
    }

    /** As {@link Standing#done()} adds up, so that the newest day has what the project has now. */
    private static double share(List<Task> tasks, Map<Long, BigDecimal> done) {
        double all = 0;
        double part = 0;
        for (Task task : tasks) {
            all += task.weight();
            part += task.weight() * Math.min(1,
                    done.get(task.id()).doubleValue() / task.input().plannedQuantity().doubleValue());
        }
        return all == 0 ? 0 : Standing.rounded(part / all);
    }

    /** @return the days on which something was done, in order */
    public NavigableSet<LocalDate> days() {
        return Collections.unmodifiableNavigableSet(shares.navigableKeySet());
    }

    /**
     * @param evening of a day; before the first report it is what was done before reports began
     * @return share of the works done, 0 to 1
     */
    public double share(LocalDate evening) {
        Map.Entry<LocalDate, Double> known = shares.floorEntry(evening);
        return known == null ? openingShare : known.getValue();
    }

    /**
     * @param code see {@link MeasuredProgress.Work}
     * @param unit id of a unit
     * @return what was done of one sort of work, in the unit
     */
    public BigDecimal done(String code, String unit, LocalDate evening) {
        Sort sort = new Sort(code, unit);
        NavigableMap<LocalDate, BigDecimal> own = works.get(sort);
        Map.Entry<LocalDate, BigDecimal> known = own == null ? null : own.floorEntry(evening);
        return known == null ? openingWorks.getOrDefault(sort, BigDecimal.ZERO) : known.getValue();
    }
}
