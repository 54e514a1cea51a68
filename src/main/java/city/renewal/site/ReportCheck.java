package city.renewal.site;

import city.renewal.base.Finding;
import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Compares the progress that tasks carry with the site reports it was summed from. */
public final class ReportCheck {

    private final Jdbi jdbi;

    public ReportCheck(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A task whose sums are not those of its reports. */
    public record Difference(long id, String project, BigDecimal confirmed, BigDecimal confirmedReports,
                             BigDecimal submitted, BigDecimal submittedReports) {
    }

    /** @return one finding a task; empty when all is well */
    public List<Finding> findings() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT t.id, p.code AS project,
                               t.confirmed_quantity AS confirmed, COALESCE(s.confirmed, 0) AS confirmed_reports,
                               t.submitted_quantity AS submitted, COALESCE(s.submitted, 0) AS submitted_reports
                          FROM task t
                          JOIN project p ON p.id = t.project_id
                          LEFT JOIN (SELECT task_id,
                                            SUM(CASE state WHEN 'CONFIRMED' THEN quantity ELSE 0 END) AS confirmed,
                                            SUM(CASE state WHEN 'SUBMITTED' THEN quantity ELSE 0 END) AS submitted
                                       FROM site_report
                                      GROUP BY task_id) s ON s.task_id = t.id
                         WHERE t.confirmed_quantity <> COALESCE(s.confirmed, 0)
                            OR t.submitted_quantity <> COALESCE(s.submitted, 0)
                         ORDER BY t.id""")
                .map(ConstructorMapper.of(Difference.class))
                .stream()
                .map(found -> new Finding("check.sums", found.project(), String.valueOf(found.id()),
                        found.confirmed().toPlainString(), found.confirmedReports().toPlainString(),
                        found.submitted().toPlainString(), found.submittedReports().toPlainString()))
                .toList());
    }
}
