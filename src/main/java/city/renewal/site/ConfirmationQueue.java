package city.renewal.site;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.project.ProjectPeople;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** What waits for a supervisor, by day and project, read a page at a time. {@link SiteReports} decides it. */
public final class ConfirmationQueue {

    private final Dao dao;

    public ConfirmationQueue(Jdbi jdbi) {
        this.dao = jdbi.onDemand(Dao.class);
    }

    /**
     * Which reports are asked for.
     *
     * @param projectId null for every project
     * @param day       null for every day
     */
    public record Filter(@Nullable Long projectId, @Nullable LocalDate day) {

        public static final Filter ALL = new Filter(null, null);
    }

    /** @return in one statement every project and day with open reports, on projects open to the actor, by the project's code and the day */
    public List<OpenDay> days(Actor actor) {
        return dao.days(actor.accountId(), actor.role());
    }

    /** @return in one statement a page of the open reports, oldest day first, each project's together */
    public List<OpenReport> page(Actor actor, Filter filter, int limit, int offset) {
        return dao.page(actor.accountId(), actor.role(), filter.projectId(), filter.day(), limit, offset);
    }

    interface Dao {
        @SqlQuery("""
                SELECT p.id AS project_id, p.code AS project_code, p.name AS project_name,
                       p.name_en AS project_name_en, r.report_on, r.reports
                  FROM (SELECT project_id, report_on, COUNT(*) AS reports
                          FROM site_report
                         WHERE state = 'SUBMITTED' AND project_id NOT IN\s""" + ProjectPeople.CLOSED_TO + """
                         GROUP BY project_id, report_on) r
                  JOIN project p ON p.id = r.project_id
                 ORDER BY p.code, r.report_on""")
        @RegisterConstructorMapper(OpenDay.class)
        List<OpenDay> days(long accountId, Role role);

        @SqlQuery(SiteReportDao.COLUMNS + """
                     , s.workers AS sheet_workers, s.crew AS sheet_crew, l.name AS place_name, l.name_en AS place_name_en, t.planned_quantity,
                       t.opening_quantity + t.confirmed_quantity AS done_quantity, t.submitted_quantity,
                       (SELECT COUNT(*)
                          FROM site_report o
                         WHERE o.task_id = r.task_id AND o.report_on = r.report_on AND o.id <> r.id
                           AND (r.corrects_id IS NULL OR o.id <> r.corrects_id)
                           AND o.state <> 'RETURNED' AND o.state <> 'CORRECTED') AS others
                """ + SiteReportDao.TABLES + """
                  LEFT JOIN place l     ON l.id = t.place_id
                  LEFT JOIN day_sheet s ON s.id = r.sheet_id
                 WHERE r.state = 'SUBMITTED'
                   AND r.project_id NOT IN\s""" + ProjectPeople.CLOSED_TO + """
                   AND (CAST(:projectId AS BIGINT) IS NULL OR r.project_id = :projectId)
                   AND (CAST(:day AS DATE) IS NULL OR r.report_on = :day)
                 ORDER BY r.report_on, r.project_id, r.id
                 LIMIT :limit OFFSET :offset""")
        @RegisterConstructorMapper(OpenReport.class)
        List<OpenReport> page(long accountId, Role role, @Nullable Long projectId, @Nullable LocalDate day, int limit,
                              int offset);
    }
}
