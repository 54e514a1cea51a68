package city.renewal.programme;

import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Standing;
import city.renewal.programme.ProgrammeDao.Head;
import city.renewal.programme.ProgrammeDao.LastReport;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where each project stands, kept for as long as its plan's revision and the day are the same, so that an open page
 * costs nothing but the heads. Safe for use by many threads.
 */
final class MeasuredProgress {

    /** @param confirmedAt when the newest report was confirmed, or null */
    record Measured(Standing standing, @Nullable OffsetDateTime confirmedAt) {
    }

    private record Kept(long revision, LocalDate day, Measured measured) {
    }

    private final ProgrammeDao dao;
    private final Plans plans;
    private final int silentDays;
    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

    MeasuredProgress(ProgrammeDao dao, Plans plans, int silentDays) {
        this.dao = dao;
        this.plans = plans;
        this.silentDays = silentDays;
    }

    /** @return where the planned ones among the projects stand, by the project's id */
    Map<Long, Measured> of(List<Head> heads, LocalDate today) {
        List<Head> planned = heads.stream().filter(head -> head.revision() != null).toList();
        List<Head> changed = planned.stream().filter(head -> !current(head, today)).toList();
        if (!changed.isEmpty()) {
            measure(changed, today);
        }
        Map<Long, Measured> found = new HashMap<>();
        for (Head head : planned) {
            Kept known = kept.get(head.id());
            if (known != null) {
                found.put(head.id(), known.measured());
            }
        }
        return found;
    }

    private boolean current(Head head, LocalDate today) {
        Kept known = kept.get(head.id());
        return known != null && head.revision() != null && known.revision() == head.revision()
                && known.day().equals(today);
    }

    private void measure(List<Head> heads, LocalDate today) {
        List<Long> ids = heads.stream().map(Head::id).toList();
        // The plans first: a report confirmed between the two raises a revision that the next call will see.
        List<PlanSnapshot> read = plans.read(ids);
        Map<Long, LastReport> reports = dao.lastReports(ids).stream()
                .collect(Collectors.toMap(LastReport::projectId, Function.identity()));
        for (PlanSnapshot plan : read) {
            long project = plan.head().projectId();
            LastReport last = reports.get(project);
            Standing standing = Standing.of(plan, today, last == null ? null : last.reportOn(), silentDays);
            kept.put(project, new Kept(plan.head().revision(), today,
                    new Measured(standing, last == null ? null : last.decidedAt())));
        }
    }
}
