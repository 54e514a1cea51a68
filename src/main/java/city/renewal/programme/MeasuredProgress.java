package city.renewal.programme;

import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Standing;
import city.renewal.plan.Task;
import city.renewal.programme.ProgrammeDao.LastReport;
import city.renewal.site.DailyQuantity;
import city.renewal.site.SiteReports;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Where each project stands by its confirmed reports, kept for as long as its plan's revision and the day are the same,
 * so that an open page costs nothing but the heads. Safe for use by many threads.
 */
public final class MeasuredProgress {

    /**
     * @param reportedOn  day of the newest confirmed report, or null
     * @param confirmedAt when the newest report was confirmed, or null
     * @param works       what its plan measures, without tasks that have no code
     */
    public record Measured(Standing standing, @Nullable LocalDate reportedOn, @Nullable OffsetDateTime confirmedAt,
                           List<Work> works) {

        public Measured {
            works = List.copyOf(works);
        }
    }

    /**
     * Work of one sort that ends on one day.
     *
     * @param code     what its tasks' codes begin with, in capitals: {@code HANDRAIL} of {@code HANDRAIL-3}
     * @param unit     id of its unit
     * @param finishOn last day by the present schedule
     * @param planned  in the unit
     * @param done     by confirmed reports, in the unit
     */
    public record Work(String code, String unit, LocalDate finishOn, BigDecimal planned, BigDecimal done) {

        private Work and(Work other) {
            return new Work(code, unit, finishOn, planned.add(other.planned), done.add(other.done));
        }
    }

    private record Sort(String code, String unit, LocalDate finishOn) {
    }

    private record Kept(long revision, LocalDate day, Measured measured) {
    }

    private record KeptHistory(long revision, ProgressHistory history) {
    }

    private final ProgrammeDao dao;
    private final Plans plans;
    private final SiteReports reports;
    private final int silentDays;
    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();
    private final Map<Long, KeptHistory> histories = new ConcurrentHashMap<>();

    /** @param silentDays working days without a confirmed report after which a project is not kept up to date */
    public MeasuredProgress(Jdbi jdbi, Plans plans, SiteReports reports, int silentDays) {
        this.dao = jdbi.onDemand(ProgrammeDao.class);
        this.plans = plans;
        this.reports = reports;
        this.silentDays = silentDays;
    }

    /**
     * Three statements where a plan's revision or the day is another than at the last call, none otherwise.
     *
     * @param revisions of the plans, by the project's id
     * @return where these projects stand, by the project's id
     */
    public Map<Long, Measured> of(Map<Long, Long> revisions, LocalDate today) {
        List<Long> changed = revisions.entrySet().stream()
                .filter(each -> !current(each.getKey(), each.getValue(), today)).map(Map.Entry::getKey).toList();
        if (!changed.isEmpty()) {
            measure(changed, today);
        }
        Map<Long, Measured> found = new HashMap<>();
        for (long project : revisions.keySet()) {
            Kept known = kept.get(project);
            if (known != null) {
                found.put(project, known.measured());
            }
        }
        return found;
    }

    /**
     * Three statements where a plan's revision is another than at the last call, none otherwise.
     *
     * @param revisions of the plans, by the project's id
     * @return what was done of these projects by past days, by the project's id
     */
    public Map<Long, ProgressHistory> histories(Map<Long, Long> revisions) {
        List<Long> changed = revisions.entrySet().stream().filter(each -> !histories.containsKey(each.getKey())
                || histories.get(each.getKey()).revision() != each.getValue()).map(Map.Entry::getKey).toList();
        if (!changed.isEmpty()) {
            histories.putAll(read(changed));
        }
        Map<Long, ProgressHistory> found = new HashMap<>();
        for (long project : revisions.keySet()) {
            KeptHistory known = histories.get(project);
            if (known != null) {
                found.put(project, known.history());
            }
        }
        return found;
    }

    /** @return the same of these projects, read in three statements and kept by nobody */
    public Map<Long, ProgressHistory> readHistories(Collection<Long> projects) {
        return read(projects).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().history()));
    }

    private Map<Long, KeptHistory> read(Collection<Long> projects) {
        // The plans first, as below.
        List<PlanSnapshot> read = plans.readDates(projects);
        Map<Long, Long> ofTask = new HashMap<>();
        read.forEach(plan -> plan.tasks().forEach(task -> ofTask.put(task.id(), plan.head().projectId())));
        Map<Long, List<DailyQuantity>> confirmed = reports.confirmedByDay(projects).stream()
                .filter(each -> ofTask.containsKey(each.taskId()))
                .collect(Collectors.groupingBy(each -> ofTask.get(each.taskId())));
        return read.stream().collect(Collectors.toMap(plan -> plan.head().projectId(),
                plan -> new KeptHistory(plan.head().revision(),
                        new ProgressHistory(plan, confirmed.getOrDefault(plan.head().projectId(), List.of())))));
    }

    private boolean current(long project, long revision, LocalDate today) {
        Kept known = kept.get(project);
        return known != null && known.revision() == revision && known.day().equals(today);
    }

    private void measure(List<Long> projects, LocalDate today) {
        // The plans first: a report confirmed between the two raises a revision that the next call will see.
        List<PlanSnapshot> read = plans.readDates(projects);
        Map<Long, LastReport> last = dao.lastReports(projects).stream()
                .collect(Collectors.toMap(LastReport::projectId, Function.identity()));
        for (PlanSnapshot plan : read) {
            long project = plan.head().projectId();
            LastReport newest = last.get(project);
            Standing standing = Standing.of(plan, today, newest == null ? null : newest.reportOn(), silentDays);
            kept.put(project, new Kept(plan.head().revision(), today, new Measured(standing,
                    newest == null ? null : newest.reportOn(), newest == null ? null : newest.decidedAt(),
                    List.copyOf(works(plan)))));
        }
    }

    private static Collection<Work> works(PlanSnapshot plan) {
        Set<Long> summaries = plan.children().keySet();
        Map<Sort, Work> works = new HashMap<>();
        for (Task task : plan.tasks()) {
            String code = task.input().code();
            if (code != null && !summaries.contains(task.id()) && !task.input().milestone()) {
                Sort sort = new Sort(sort(code), task.input().unit(), task.dates().finishOn());
                works.merge(sort, new Work(sort.code(), sort.unit(), sort.finishOn(), task.input().plannedQuantity(),
                        task.progress().done()), Work::and);
            }
        }
        return new ArrayList<>(works.values());
    }

    /** @return what the codes of one sort of work have in common */
    static String sort(String code) {
        return code.replaceFirst("-[0-9]+$", "").toUpperCase(Locale.ROOT);
    }
}
