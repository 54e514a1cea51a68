package city.renewal.site;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.plan.ProgressRecorder;
import city.renewal.plan.ProgressRecorder.TaskSums;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Takes over the reports of plans that come with a past, many at once. */
public final class PastReports {

    private static final int BATCH = 1_000;

    private final Jdbi jdbi;
    private final Dao dao;
    private final ProgressRecorder progress;

    public PastReports(Jdbi jdbi, ProgressRecorder progress) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(Dao.class);
        this.progress = progress;
    }

    /**
     * Stores reports and the sums they come to, all or nothing. Neither dates nor the audit trail change: the tasks
     * must have been made with the actual dates that the reports imply, and must have no reports yet.
     *
     * @throws city.renewal.base.Refusal when the actor is no administrator
     */
    public void add(Actor actor, List<PastReport> reports) {
        actor.require(Role.ADMINISTRATOR);
        jdbi.useTransaction(handle -> {
            for (int from = 0; from < reports.size(); from += BATCH) {
                dao.add(reports.subList(from, Math.min(from + BATCH, reports.size())));
            }
            Map<Long, List<PastReport>> byTask = reports.stream().collect(Collectors.groupingBy(PastReport::taskId));
            Set<Long> projectIds = reports.stream().map(PastReport::projectId).collect(Collectors.toSet());
            progress.takeOver(projectIds, byTask.entrySet().stream()
                    .map(task -> sums(task.getKey(), task.getValue()))
                    .toList());
        });
    }

    /**
     * Stores the sheets on which reports taken over before were written.
     *
     * @param sheets one for a project, day and author
     * @throws city.renewal.base.Refusal when the actor is no administrator
     */
    public void addSheets(Actor actor, List<PastSheet> sheets) {
        actor.require(Role.ADMINISTRATOR);
        jdbi.useTransaction(handle -> {
            for (int from = 0; from < sheets.size(); from += BATCH) {
                dao.addSheets(sheets.subList(from, Math.min(from + BATCH, sheets.size())));
            }
            dao.bindReports();
        });
    }

    private static TaskSums sums(long taskId, List<PastReport> reports) {
        List<LocalDate> days = reports.stream().filter(report -> report.state() == ReportState.CONFIRMED)
                .map(PastReport::reportOn).sorted().toList();
        return new TaskSums(taskId, sum(reports, ReportState.CONFIRMED), sum(reports, ReportState.SUBMITTED),
                days.isEmpty() ? null : days.getFirst(), days.isEmpty() ? null : days.getLast());
    }

    private static BigDecimal sum(List<PastReport> reports, ReportState state) {
        return reports.stream()
                .filter(report -> report.state() == state)
                .map(PastReport::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    interface Dao {
        @SqlBatch("""
                INSERT INTO site_report (project_id, task_id, report_on, quantity, workers, weather,
                                         remark, state, author_id, reported_at, decider_id, decided_at, decision)
                VALUES (:r.projectId, :r.taskId, :r.reportOn, :r.quantity, :r.workers, :r.weather,
                        :r.remark, :r.state, :r.authorId, :r.reportedAt, :r.deciderId, :r.decidedAt, :r.decision)""")
        void add(@BindMethods("r") List<PastReport> reports);

        @SqlBatch("""
                INSERT INTO day_sheet (project_id, sheet_on, author_id, workers, crew, weather, blockers, written_at)
                VALUES (:s.projectId, :s.sheetOn, :s.authorId, :s.workers, :s.crew, :s.weather, '', :s.writtenAt)""")
        void addSheets(@BindMethods("s") List<PastSheet> sheets);

        /** Served by day_sheet_once_a_day. */
        @SqlUpdate("""
                UPDATE site_report
                   SET sheet_id = (SELECT s.id
                                     FROM day_sheet s
                                    WHERE s.project_id = site_report.project_id
                                      AND s.sheet_on = site_report.report_on
                                      AND s.author_id = site_report.author_id)
                 WHERE sheet_id IS NULL""")
        void bindReports();
    }
}
