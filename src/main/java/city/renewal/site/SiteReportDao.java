package city.renewal.site;

import city.renewal.account.Role;
import city.renewal.project.ProjectPeople;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(SiteReport.class)
interface SiteReportDao {

    String COLUMNS = """
            SELECT r.id, r.project_id, p.code AS project_code, p.name AS project_name,
                   p.name_en AS project_name_en, r.task_id, COALESCE(t.public_name, t.name) AS task_name,
                   t.name_en AS task_name_en, t.unit, r.report_on, r.quantity,
                   COALESCE(r.claimed_quantity, r.quantity) AS claimed_quantity, r.workers, r.weather, r.remark,
                   r.over_reason, r.state, r.author_id, a.name AS author_name, r.reported_at,
                   d.name AS decider_name, r.decided_at, r.decision,
                   r.corrects_id, c.report_on AS corrects_on, c.quantity AS corrects_quantity
            """;
    String TABLES = """
              FROM site_report r
              JOIN task t    ON t.id = r.task_id
              JOIN project p ON p.id = r.project_id
              JOIN account a ON a.id = r.author_id
              LEFT JOIN account d     ON d.id = r.decider_id
              LEFT JOIN site_report c ON c.id = r.corrects_id
            """;
    String JOINED = COLUMNS + TABLES;

    @SqlUpdate("""
            INSERT INTO site_report (project_id, task_id, report_on, quantity, workers, weather, remark,
                                     over_reason, state, author_id, reported_at, request_id, corrects_id,
                                     sheet_id)
            VALUES (:projectId, :r.taskId, :r.reportOn, :r.quantity, :r.workers, :r.weather, :r.remark,
                    :r.overReason, 'SUBMITTED', :authorId, :reportedAt, :r.requestId, :r.correctsId,
                    :sheetId)""")
    @GetGeneratedKeys
    long add(long projectId, @BindMethods("r") NewReport r, long authorId, OffsetDateTime reportedAt,
             @Nullable Long sheetId);

    @SqlQuery(JOINED + "WHERE r.id = :id")
    Optional<SiteReport> byId(long id);

    @SqlQuery(JOINED + "WHERE r.author_id = :authorId AND r.request_id = :requestId")
    Optional<SiteReport> byRequest(long authorId, String requestId);

    /** Those that wait or count; one that was returned may be tried again. */
    @SqlQuery("SELECT COUNT(*) FROM site_report WHERE corrects_id = :id AND state <> 'RETURNED'")
    int countCorrections(long id);

    /** What was confirmed of one task by the end of each of four days. */
    record ConfirmedBy(long taskId, BigDecimal byFirst, BigDecimal bySecond, BigDecimal byThird, BigDecimal byFourth) {
    }

    @SqlQuery("""
            SELECT task_id,
                   COALESCE(SUM(quantity) FILTER (WHERE report_on <= CAST(:first AS DATE)), 0)  AS by_first,
                   COALESCE(SUM(quantity) FILTER (WHERE report_on <= CAST(:second AS DATE)), 0) AS by_second,
                   COALESCE(SUM(quantity) FILTER (WHERE report_on <= CAST(:third AS DATE)), 0)  AS by_third,
                   COALESCE(SUM(quantity) FILTER (WHERE report_on <= CAST(:fourth AS DATE)), 0) AS by_fourth
              FROM site_report
             WHERE project_id = :projectId AND state = 'CONFIRMED'
             GROUP BY task_id""")
    @RegisterConstructorMapper(ConfirmedBy.class)
    List<ConfirmedBy> confirmedBy(long projectId, LocalDate first, LocalDate second, LocalDate third,
                                  LocalDate fourth);

    @SqlQuery(JOINED + "WHERE r.task_id = :taskId ORDER BY r.report_on DESC, r.id DESC")
    List<SiteReport> ofTask(long taskId);

    @SqlQuery(JOINED + """
            WHERE r.project_id = :projectId AND r.state = :state
            ORDER BY r.report_on DESC, r.id DESC
            LIMIT :limit OFFSET :offset""")
    List<SiteReport> ofProject(long projectId, ReportState state, int limit, int offset);

    /** Served by site_report_by_project. */
    @SqlQuery(JOINED + """
            WHERE r.project_id = :projectId AND r.report_on BETWEEN :first AND :last AND r.state <> 'RETURNED'
            ORDER BY r.report_on, r.task_id, r.id""")
    List<SiteReport> ofDays(long projectId, LocalDate first, LocalDate last);

    /** Served by site_report_by_project. */
    @SqlQuery(JOINED + """
            WHERE r.project_id = :projectId AND r.state IN ('CONFIRMED', 'CORRECTED') AND r.decided_at < :before
            ORDER BY r.decided_at, r.id""")
    List<SiteReport> confirmedBefore(long projectId, OffsetDateTime before);

    @SqlQuery("""
            SELECT task_id, report_on, SUM(quantity) AS quantity
              FROM site_report
             WHERE project_id IN (<projectIds>) AND state = 'CONFIRMED'
             GROUP BY task_id, report_on
             ORDER BY report_on, task_id""")
    @RegisterConstructorMapper(DailyQuantity.class)
    List<DailyQuantity> confirmedByDay(@BindList Collection<Long> projectIds);

    @SqlQuery("SELECT COUNT(*) FROM site_report WHERE state = 'SUBMITTED' AND project_id NOT IN "
            + ProjectPeople.CLOSED_TO)
    int countWaiting(long accountId, Role role);

    @SqlQuery("SELECT COUNT(*) FROM site_report WHERE project_id = :projectId AND state = :state")
    int countOfProject(long projectId, ReportState state);

    @SqlQuery(JOINED + """
            WHERE r.author_id = :authorId AND r.state = 'RETURNED'
            ORDER BY r.decided_at DESC
            LIMIT :limit""")
    List<SiteReport> returnedTo(long authorId, int limit);
}
