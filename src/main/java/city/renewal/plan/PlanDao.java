package city.renewal.plan;

import city.renewal.schedule.Schedule;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Plans' heads, calendars, baselines and delay reasons. */
@RegisterConstructorMapper(PlanHead.class)
@RegisterConstructorMapper(CalendarRow.class)
@RegisterConstructorMapper(PlanPage.class)
@RegisterConstructorMapper(Baseline.class)
interface PlanDao {

    @SqlUpdate("""
            INSERT INTO plan (project_id, calendar_id, starts_on, status_on, follows_today, working_days,
                              source_file, revision)
            VALUES (:projectId, :calendarId, :startsOn, :statusOn, :followsToday, 0, :sourceFile, 1)""")
    void add(long projectId, long calendarId, LocalDate startsOn, @Nullable LocalDate statusOn,
             boolean followsToday, @Nullable String sourceFile);

    @SqlUpdate("""
            UPDATE plan
               SET start_on = :startOn, finish_on = :finishOn, working_days = :workingDays
             WHERE project_id = :projectId""")
    void setExtent(long projectId, @Nullable LocalDate startOn, @Nullable LocalDate finishOn, int workingDays);

    @SqlBatch("""
            UPDATE plan
               SET start_on = :s.start, finish_on = :s.finish, working_days = :s.workingDays
             WHERE project_id = :projectId""")
    void setExtents(List<Long> projectId, @BindMethods("s") List<Schedule> s);

    @SqlUpdate("""
            UPDATE plan
               SET status_on = :statusOn, follows_today = :followsToday
             WHERE project_id = :projectId""")
    void setStatus(long projectId, @Nullable LocalDate statusOn, boolean followsToday);

    @SqlUpdate("UPDATE plan SET rate_basis = :basis WHERE project_id = :projectId")
    void setRateBasis(long projectId, RateBasis basis);

    @SqlQuery("""
            SELECT project_id, calendar_id, starts_on, status_on, follows_today, start_on, finish_on, working_days,
                   source_file, rate_basis, revision
              FROM plan
             WHERE project_id = :projectId""")
    Optional<PlanHead> head(long projectId);

    /** As {@link #setStatus} for many plans that follow the days. */
    @SqlUpdate("UPDATE plan SET status_on = :statusOn WHERE project_id IN (<projectIds>)")
    void setStatuses(@BindList Collection<Long> projectIds, LocalDate statusOn);

    String PUBLIC = """
            SELECT r.id, r.code, r.kind, r.name, r.name_en, r.street, r.community, r.stage, r.guarantee_works,
                   r.open_to_public, r.demonstration, r.created_at,
                   p.project_id AS p_project_id, p.calendar_id AS p_calendar_id, p.starts_on AS p_starts_on,
                   p.status_on AS p_status_on, p.follows_today AS p_follows_today, p.start_on AS p_start_on,
                   p.finish_on AS p_finish_on, p.working_days AS p_working_days, p.source_file AS p_source_file,
                   p.rate_basis AS p_rate_basis, p.revision AS p_revision, b.finish_on AS promised_finish_on
              FROM project r
              LEFT JOIN plan p ON p.project_id = r.id
              LEFT JOIN baseline b ON b.project_id = r.id AND b.baseline_no = 1
             WHERE r.open_to_public = TRUE
            """;

    @SqlQuery(PUBLIC + "AND r.code > :after ORDER BY r.code LIMIT :limit")
    @RegisterConstructorMapper(PublicPlan.class)
    List<PublicPlan> publicPlans(String after, int limit);

    @SqlQuery(PUBLIC + "AND r.code = :code")
    @RegisterConstructorMapper(PublicPlan.class)
    Optional<PublicPlan> publicPlan(String code);

    @SqlQuery("SELECT project_id FROM plan ORDER BY project_id")
    List<Long> planned();

    @SqlQuery("SELECT project_id FROM plan WHERE follows_today = TRUE AND status_on < :day ORDER BY project_id")
    List<Long> behind(LocalDate day);

    String HEADS = """
            SELECT p.project_id, p.calendar_id, p.starts_on, p.status_on, p.follows_today, p.start_on, p.finish_on,
                   p.working_days, p.source_file, p.rate_basis, p.revision,
                   j.code AS j_code, j.kind AS j_kind, j.street AS j_street, j.guarantee_works AS j_guarantee_works,
            """;

    /**
     * The heads with promise and newest reason, once for each day that a calendar of the plan differs on, and once for
     * each window that stands and ends after the plan's beginning, whether it speaks of the project or not. A reason
     * that came with a withdrawn window no longer speaks.
     */
    @SqlQuery(HEADS + """
                   b.id AS b_id, b.baseline_no AS b_baseline_no, b.name AS b_name, b.reason AS b_reason,
                   b.reason_en AS b_reason_en,
                   b.taken_by AS b_taken_by, b.taken_at AS b_taken_at, b.start_on AS b_start_on,
                   b.finish_on AS b_finish_on,
                   d.task_id AS d_task_id, d.category AS d_category, d.words AS d_words, d.words_en AS d_words_en,
                   d.catch_up AS d_catch_up, d.given_by AS d_given_by, d.given_at AS d_given_at,
                   d.reason_owner AS d_reason_owner, d.catch_up_owner AS d_catch_up_owner,
                   d.catch_up_on AS d_catch_up_on, d.slip_days AS d_slip_days,
                   c.id AS c_id, c.name AS c_name, c.working_week AS c_working_week, c.night AS c_night,
                   c.work_types AS c_work_types, e.on_date AS c_on_date, e.working AS c_working,
                   NULL AS w_id, NULL AS w_kind, NULL AS w_first_on, NULL AS w_last_on, NULL AS w_streets,
                   NULL AS w_project_kinds, NULL AS w_projects, NULL AS w_work_types, NULL AS w_words,
                   NULL AS w_words_en, NULL AS w_legal_source, NULL AS w_declared_by, NULL AS w_declarer,
                   NULL AS w_declared_at, NULL AS w_withdrawn_by, NULL AS w_withdrawn_at
              FROM plan p
              JOIN project j       ON j.id = p.project_id
              JOIN work_calendar c ON c.project_id = p.project_id
              LEFT JOIN calendar_exception e ON e.calendar_id = c.id
              LEFT JOIN baseline b ON b.project_id = p.project_id AND b.baseline_no = 1
              LEFT JOIN (SELECT n.project_id, COALESCE(MAX(CASE WHEN n.task_id IS NULL THEN n.id END), MAX(n.id)) AS id
                           FROM delay_reason n
                           LEFT JOIN stop_window_withdrawal x ON x.window_id = n.window_id
                          WHERE n.project_id IN (<projectIds>) AND x.window_id IS NULL
                          GROUP BY n.project_id) newest ON newest.project_id = p.project_id
              LEFT JOIN delay_reason d ON d.id = newest.id
             WHERE p.project_id IN (<projectIds>)
            UNION ALL
            """ + HEADS + """
                   NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                   NULL, NULL, NULL, NULL,
                   NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                   w.id, w.kind, w.first_on, w.last_on, w.streets, w.project_kinds, w.projects, w.work_types, w.words,
                   w.words_en, w.legal_source, w.declared_by, w.declarer, w.declared_at, NULL, NULL
              FROM plan p
              JOIN project j     ON j.id = p.project_id
              JOIN stop_window w ON w.last_on >= p.starts_on
              LEFT JOIN stop_window_withdrawal x ON x.window_id = w.id
             WHERE p.project_id IN (<projectIds>) AND x.window_id IS NULL
             ORDER BY c_id, c_on_date, w_first_on, w_id""")
    List<PlanPage> pages(@BindList Collection<Long> projectIds);

    @SqlUpdate("INSERT INTO work_calendar (project_id, name, working_week) VALUES (:projectId, :name, :workingWeek)")
    @GetGeneratedKeys
    long addCalendar(long projectId, String name, String workingWeek);

    /** Takes an id for a calendar that is written later in the same transaction. */
    default long reserveCalendar(long projectId) {
        long id = addCalendar(projectId, "", "1111111");
        removeCalendar(id);
        return id;
    }

    @SqlUpdate("""
            INSERT INTO work_calendar (id, project_id, name, working_week, night, work_types)
            VALUES (:id, :projectId, :name, :workingWeek, :night, :workTypes)""")
    void addCalendar(long id, long projectId, String name, String workingWeek, boolean night, String workTypes);

    @SqlUpdate("""
            UPDATE work_calendar
               SET name = :name, working_week = :workingWeek, night = :night, work_types = :workTypes
             WHERE id = :id""")
    void setCalendar(long id, String name, String workingWeek, boolean night, String workTypes);

    @SqlUpdate("DELETE FROM work_calendar WHERE id = :id")
    void removeCalendar(long id);

    @SqlUpdate("DELETE FROM calendar_exception WHERE calendar_id = :calendarId")
    void removeExceptions(long calendarId);

    @SqlUpdate("UPDATE plan SET calendar_id = :calendarId WHERE project_id = :projectId")
    void setCalendar(long projectId, long calendarId);

    @SqlBatch("""
            INSERT INTO calendar_exception (calendar_id, on_date, working)
            VALUES (:calendarId, :onDate, :working)""")
    void addExceptions(long calendarId, Collection<LocalDate> onDate, Collection<Boolean> working);

    @SqlUpdate("""
            INSERT INTO baseline (project_id, baseline_no, name, reason, reason_en, taken_by, taken_at, start_on,
                                  finish_on)
            VALUES (:projectId, :number, :name, :reason, :reasonEn, :takenBy, :takenAt, :startOn, :finishOn)""")
    @GetGeneratedKeys
    long addBaseline(long projectId, int number, String name, @Nullable String reason, @Nullable String reasonEn,
                     String takenBy, OffsetDateTime takenAt, @Nullable LocalDate startOn,
                     @Nullable LocalDate finishOn);

    @SqlBatch("""
            INSERT INTO baseline_task (baseline_id, task_id, task_name, start_on, finish_on, duration_minutes,
                                       planned_quantity, unit, parent_id, sort_order, summary, milestone, weight)
            VALUES (:baselineId, :t.taskId, :t.taskName, :t.startOn, :t.finishOn, :t.durationMinutes,
                    :t.plannedQuantity, :t.unit, :t.parentId, :t.sortOrder, :t.summary, :t.milestone, :t.weight)""")
    void addBaselineTasks(long baselineId, @BindMethods("t") List<BaselineTask> tasks);

    @SqlQuery("""
            SELECT id, baseline_no, name, reason, reason_en, taken_by, taken_at, start_on, finish_on
              FROM baseline
             WHERE project_id = :projectId
             ORDER BY baseline_no""")
    List<Baseline> baselines(long projectId);

    /** What one baseline says of one task. */
    record KeptTask(long baselineId, @Nested BaselineTask task) {
    }

    @SqlQuery("""
            SELECT baseline_id, task_id, task_name, start_on, finish_on, duration_minutes, planned_quantity, unit,
                   parent_id, sort_order, summary, milestone, weight
              FROM baseline_task
             WHERE baseline_id IN (:first, :second)
             ORDER BY baseline_id, sort_order, task_id""")
    @RegisterConstructorMapper(KeptTask.class)
    List<KeptTask> keptTasks(long first, long second);

    @SqlUpdate("""
            INSERT INTO delay_reason (project_id, task_id, category, words, words_en, catch_up, given_by, given_at,
                                      reason_owner, catch_up_owner, catch_up_on, slip_days)
            VALUES (:projectId, :r.taskId, :r.category, :r.words, :r.wordsEn, :r.catchUp, :r.givenBy, :r.givenAt,
                    :r.reasonOwner, :r.catchUpOwner, :r.catchUpOn, :r.slipDays)""")
    void addDelayReason(long projectId, @BindMethods("r") DelayReason r);
}
