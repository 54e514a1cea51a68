package city.renewal.programme;

import city.renewal.site.PauseReason;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** What the overview reads: never more statements because there are more projects or tasks. */
interface ProgrammeDao {

    /** A project with its plan's revision, null without a plan, its newest reason and its overdue findings. */
    record Head(
            long id,
            String code,
            String kind,
            String name,
            @Nullable String nameEn,
            @Nullable String street,
            @Nullable String community,
            String stage,
            @Nullable Long revision,
            @Nullable String reason,
            @Nullable String reasonEn,
            @Nullable PauseReason pause,
            @Nullable OffsetDateTime pausedAt,
            int overdueFindings) {
    }

    record LastReport(long projectId, LocalDate reportOn, OffsetDateTime decidedAt) {
    }

    @SqlQuery("""
            SELECT p.id, p.code, p.kind, p.name, p.name_en, p.street, p.community, p.stage,
                   l.revision,
                   d.words AS reason, d.words_en AS reason_en,
                   s.category AS pause, s.given_at AS paused_at,
                   (SELECT COUNT(*)
                      FROM finding f
                     WHERE f.project_id = p.id AND f.state IN ('RAISED', 'ASSIGNED')
                       AND f.due_on < CAST(:today AS DATE)) AS overdue_findings
              FROM project p
              LEFT JOIN plan l ON l.project_id = p.id
              LEFT JOIN (SELECT project_id, MAX(id) AS id
                           FROM site_pause
                          GROUP BY project_id) resting ON resting.project_id = p.id
              LEFT JOIN site_pause s ON s.id = resting.id
              LEFT JOIN (SELECT n.project_id, COALESCE(MAX(CASE WHEN n.task_id IS NULL THEN n.id END), MAX(n.id)) AS id
                           FROM delay_reason n
                           LEFT JOIN stop_window_withdrawal x ON x.window_id = n.window_id
                          WHERE x.window_id IS NULL
                          GROUP BY n.project_id) newest ON newest.project_id = p.id
              LEFT JOIN delay_reason d ON d.id = newest.id
             WHERE p.open_to_public = TRUE OR CAST(:closedToo AS BOOLEAN) = TRUE
             ORDER BY p.id""")
    @RegisterConstructorMapper(Head.class)
    List<Head> heads(boolean closedToo, LocalDate today);

    @SqlQuery("""
            SELECT project_id, MAX(report_on) AS report_on, MAX(decided_at) AS decided_at
              FROM site_report
             WHERE project_id IN (<projects>) AND state = 'CONFIRMED'
             GROUP BY project_id""")
    @RegisterConstructorMapper(LastReport.class)
    List<LastReport> lastReports(@BindList Collection<Long> projects);
}
