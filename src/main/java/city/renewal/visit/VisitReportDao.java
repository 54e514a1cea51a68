package city.renewal.visit;

import city.renewal.base.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

interface VisitReportDao {

    /** Whether home {@code c} counts in report {@code r}: neither returned nor listed anew by a correction. */
    String COUNTS = """
            c.counted = TRUE AND r.state <> 'RETURNED'
                AND NOT EXISTS (SELECT 1
                                  FROM site_report n
                                  JOIN visit_report m ON m.report_id = n.id
                                 WHERE n.corrects_id = r.id AND n.state <> 'RETURNED')
            """;

    /** Homes that stand in a report. */
    String COUNTED = """
            (SELECT c.visit_id, c.report_id
               FROM visit_report c
               JOIN site_report r ON r.id = c.report_id
              WHERE\s""" + COUNTS + ")";

    /** A work with what the reports of its task for a day come to. */
    record Linked(long workId, BigDecimal reported) {
    }

    /** A home that was done, or that a report counts. */
    record Home(long visitId, long workId, String building, @Nullable String buildingEn, String stairwell,
                VisitState state, @Nullable Long reportId) {

        Words buildings() {
            return new Words(building, buildingEn);
        }

        boolean done() {
            return state == VisitState.DONE;
        }

        /** @return whether it is done and no report counts it */
        boolean left() {
            return done() && reportId == null;
        }
    }

    /** A report whose homes are not all done any more. */
    record Stored(long reportId, long workId, BigDecimal quantity, boolean confirmed, int done) {
    }

    @SqlQuery("""
            SELECT w.id AS work_id,
                   COALESCE((SELECT SUM(r.quantity)
                               FROM site_report r
                              WHERE r.task_id = w.task_id AND r.report_on = :day
                                AND r.state IN ('SUBMITTED', 'CONFIRMED')
                                AND NOT EXISTS (SELECT 1
                                                  FROM site_report n
                                                 WHERE n.corrects_id = r.id AND n.state = 'SUBMITTED')), 0) AS reported
              FROM visit_work w
             WHERE w.project_id = :projectId AND w.task_id IS NOT NULL""")
    @RegisterConstructorMapper(Linked.class)
    List<Linked> linked(long projectId, LocalDate day);

    /** Served by visit_slot_by_time, visit_by_slot and visit_report_by_visit. */
    @SqlQuery("""
            SELECT v.id AS visit_id, v.work_id, l.name AS building, l.name_en AS building_en, s.stairwell, v.state,
                   n.report_id
              FROM visit_slot s
              JOIN visit v  ON v.slot_id = s.id
              JOIN place l  ON l.id = s.place_id
              LEFT JOIN\s""" + COUNTED + """
                        n   ON n.visit_id = v.id
             WHERE s.project_id = :projectId AND s.starts_at >= :from AND s.starts_at < :to
               AND (v.state = 'DONE' OR n.report_id IS NOT NULL)
             ORDER BY l.code, s.stairwell, v.id""")
    @RegisterConstructorMapper(Home.class)
    List<Home> homes(long projectId, OffsetDateTime from, OffsetDateTime to);

    /** One that was corrected by hand is left to who corrected it. */
    @SqlQuery("""
            SELECT r.id AS report_id, v.work_id, r.quantity, r.state = 'CONFIRMED' AS confirmed,
                   COUNT(*) FILTER (WHERE v.state = 'DONE') AS done
              FROM site_report r
              JOIN\s""" + COUNTED + """
                   n       ON n.report_id = r.id
              JOIN visit v ON v.id = n.visit_id
             WHERE r.project_id = :projectId AND r.report_on = :day AND r.state IN ('SUBMITTED', 'CONFIRMED')
               AND NOT EXISTS (SELECT 1 FROM site_report c WHERE c.corrects_id = r.id AND c.state <> 'RETURNED')
             GROUP BY r.id, v.work_id, r.quantity, r.state
            HAVING COUNT(*) FILTER (WHERE v.state = 'DONE') < COUNT(*)
               AND COUNT(*) FILTER (WHERE v.state = 'DONE') < r.quantity
             ORDER BY r.id""")
    @RegisterConstructorMapper(Stored.class)
    List<Stored> slips(long projectId, LocalDate day);

    /** Homes of one task that were done at one time, and how many of them no report counts. */
    record Done(long taskId, OffsetDateTime startsAt, int done, int unreported) {
    }

    /** Served by visit_work_by_project, visit_by_work and visit_report_by_visit. */
    @SqlQuery("""
            SELECT d.task_id, d.starts_at, COUNT(*) AS done, SUM(d.unreported) AS unreported
              FROM (SELECT w.task_id, s.starts_at,
                           CASE WHEN EXISTS (SELECT 1
                                               FROM visit_report c
                                               JOIN site_report r ON r.id = c.report_id
                                              WHERE c.visit_id = v.id AND\s""" + COUNTS + """
                                            )
                                THEN 0 ELSE 1 END AS unreported
                      FROM visit_work w
                      JOIN visit v      ON v.work_id = w.id AND v.state = 'DONE'
                      JOIN visit_slot s ON s.id = v.slot_id
                     WHERE w.project_id = :projectId AND w.task_id IS NOT NULL AND s.starts_at < :before) d
             GROUP BY d.task_id, d.starts_at
             ORDER BY d.starts_at""")
    @RegisterConstructorMapper(Done.class)
    List<Done> done(long projectId, OffsetDateTime before);

    /** What the reports of a task for a day come to. */
    record Reported(long taskId, LocalDate reportOn, BigDecimal quantity) {
    }

    @SqlQuery("""
            SELECT r.task_id, r.report_on, SUM(r.quantity) AS quantity
              FROM site_report r
             WHERE r.task_id IN (<tasks>) AND r.report_on >= :from
               AND r.state IN ('SUBMITTED', 'CONFIRMED')
               AND NOT EXISTS (SELECT 1
                                 FROM site_report n
                                WHERE n.corrects_id = r.id AND n.state = 'SUBMITTED')
             GROUP BY r.task_id, r.report_on""")
    @RegisterConstructorMapper(Reported.class)
    List<Reported> reported(@BindList Collection<Long> tasks, LocalDate from);

    /** The homes that a report counts. */
    @SqlQuery("""
            SELECT v.id AS visit_id, v.work_id, l.name AS building, l.name_en AS building_en, s.stairwell, v.state,
                   c.report_id
              FROM visit_report c
              JOIN visit v      ON v.id = c.visit_id
              JOIN visit_slot s ON s.id = v.slot_id
              JOIN place l      ON l.id = s.place_id
             WHERE c.report_id = :reportId AND c.counted = TRUE
             ORDER BY v.id""")
    @RegisterConstructorMapper(Home.class)
    List<Home> counted(long reportId);

    @SqlBatch("INSERT INTO visit_report (report_id, visit_id, counted) VALUES (:reportId, :visitIds, :counted)")
    void add(long reportId, Collection<Long> visitIds, boolean counted);
}
