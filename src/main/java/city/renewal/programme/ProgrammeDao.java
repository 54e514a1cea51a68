package city.renewal.programme;

import city.renewal.site.PauseReason;
import java.math.BigDecimal;
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

    /** A project with its plan's head, promise and newest reason; the plan's parts are null without a plan. */
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
            @Nullable Long calendarId,
            @Nullable LocalDate finishOn,
            @Nullable LocalDate promisedFinishOn,
            @Nullable String reason,
            @Nullable String reasonEn,
            @Nullable PauseReason pause,
            @Nullable OffsetDateTime pausedAt) {
    }

    /** @param calendarId the task's own, or null */
    record Work(
            long projectId,
            @Nullable Long calendarId,
            BigDecimal weight,
            BigDecimal done,
            BigDecimal planned,
            @Nullable LocalDate promisedStartOn,
            @Nullable LocalDate promisedFinishOn) {
    }

    /** A calendar joined with one of the days that differ from its week, or with none. */
    record CalendarDay(long id, String workingWeek, @Nullable LocalDate onDate, @Nullable Boolean working) {
    }

    record LastReport(long projectId, LocalDate reportOn, OffsetDateTime decidedAt) {
    }

    @SqlQuery("""
            SELECT p.id, p.code, p.kind, p.name, p.name_en, p.street, p.community, p.stage,
                   l.revision, l.calendar_id, l.finish_on, b.finish_on AS promised_finish_on,
                   d.words AS reason, d.words_en AS reason_en,
                   s.category AS pause, s.given_at AS paused_at
              FROM project p
              LEFT JOIN plan l ON l.project_id = p.id
              LEFT JOIN baseline b ON b.project_id = p.id AND b.baseline_no = 1
              LEFT JOIN site_pause s ON s.id = (SELECT MAX(n.id) FROM site_pause n WHERE n.project_id = p.id)
              LEFT JOIN delay_reason d ON d.id = (SELECT COALESCE(MAX(CASE WHEN n.task_id IS NULL THEN n.id END),
                                                                  MAX(n.id))
                                                    FROM delay_reason n
                                                    LEFT JOIN stop_window_withdrawal x ON x.window_id = n.window_id
                                                   WHERE n.project_id = p.id AND x.window_id IS NULL)
             WHERE p.open_to_public = TRUE OR CAST(:closedToo AS BOOLEAN) = TRUE
             ORDER BY p.id""")
    @RegisterConstructorMapper(Head.class)
    List<Head> heads(boolean closedToo);

    /** The tasks that have none below them. */
    @SqlQuery("""
            SELECT t.project_id, t.calendar_id, COALESCE(t.weight, t.duration_minutes) AS weight,
                   t.opening_quantity + t.confirmed_quantity AS done, t.planned_quantity AS planned,
                   k.start_on AS promised_start_on, k.finish_on AS promised_finish_on
              FROM task t
              LEFT JOIN baseline b ON b.project_id = t.project_id AND b.baseline_no = 1
              LEFT JOIN baseline_task k ON k.baseline_id = b.id AND k.task_id = t.id
             WHERE t.project_id IN (<projects>)
               AND t.archived_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id AND c.archived_at IS NULL)""")
    @RegisterConstructorMapper(Work.class)
    List<Work> work(@BindList Collection<Long> projects);

    @SqlQuery("""
            SELECT c.id, c.working_week, e.on_date, e.working
              FROM work_calendar c
              LEFT JOIN calendar_exception e ON e.calendar_id = c.id
             WHERE c.project_id IN (<projects>)
             ORDER BY c.id""")
    @RegisterConstructorMapper(CalendarDay.class)
    List<CalendarDay> calendars(@BindList Collection<Long> projects);

    @SqlQuery("""
            SELECT project_id, MAX(report_on) AS report_on, MAX(decided_at) AS decided_at
              FROM site_report
             WHERE project_id IN (<projects>) AND state = 'CONFIRMED'
             GROUP BY project_id""")
    @RegisterConstructorMapper(LastReport.class)
    List<LastReport> lastReports(@BindList Collection<Long> projects);
}
