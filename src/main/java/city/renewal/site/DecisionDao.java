package city.renewal.site;

import city.renewal.plan.ProgressRecorder.TaskSums;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** What a supervisor's decisions read and write, for many reports at once. */
interface DecisionDao {

    /**
     * What a supervisor makes of a report.
     *
     * @param state    confirmed or returned
     * @param quantity what counts of it
     * @param reason   null when it is confirmed as it was written
     */
    record Decision(long reportId, ReportState state, BigDecimal quantity, @Nullable String reason) {

        String inAudit() {
            return state + " " + quantity.toPlainString() + (reason == null ? "" : ": " + reason);
        }
    }

    /** A report as far as a decision on it asks. */
    record Report(long id, long projectId, long taskId, long authorId, BigDecimal quantity, ReportState state,
                  @Nullable Long correctsId) {
    }

    @SqlQuery("""
            SELECT id, project_id, task_id, author_id, quantity, state, corrects_id
              FROM site_report
             WHERE id IN (<ids>)""")
    @RegisterConstructorMapper(Report.class)
    List<Report> reports(@BindList Collection<Long> ids);

    /** @return the name of whoever decided on the report */
    @SqlQuery("SELECT d.name FROM site_report r JOIN account d ON d.id = r.decider_id WHERE r.id = :id")
    Optional<String> decider(long id);

    /** @return for each whether it waited until now; each keeps the party of the decider, by project_person's key */
    @SqlBatch("""
            UPDATE site_report
               SET state = :d.state, claimed_quantity = quantity, quantity = :d.quantity,
                   decider_id = :deciderId, decided_at = :decidedAt, decision = :d.reason,
                   decider_party_id = (SELECT n.party_id
                                         FROM project_person n
                                        WHERE n.project_id = site_report.project_id AND n.account_id = :deciderId)
             WHERE id = :d.reportId AND state = 'SUBMITTED'""")
    int[] decide(@BindMethods("d") List<Decision> d, long deciderId, OffsetDateTime decidedAt);

    /** @return for each whether it counted until now */
    @SqlBatch("UPDATE site_report SET state = 'CORRECTED' WHERE id = :id AND state = 'CONFIRMED'")
    int[] setCorrected(List<Long> id);

    /** Served by site_report_by_task. */
    @SqlQuery("""
            SELECT task_id,
                   COALESCE(SUM(quantity) FILTER (WHERE state = 'CONFIRMED'), 0) AS confirmed,
                   COALESCE(SUM(quantity) FILTER (WHERE state = 'SUBMITTED'), 0) AS submitted,
                   MIN(report_on) FILTER (WHERE state = 'CONFIRMED')             AS first_day,
                   MAX(report_on) FILTER (WHERE state = 'CONFIRMED')             AS last_day
              FROM site_report
             WHERE task_id IN (<taskIds>)
             GROUP BY task_id""")
    @RegisterConstructorMapper(TaskSums.class)
    List<TaskSums> sums(@BindList Collection<Long> taskIds);
}
