package city.renewal.plan.forecast;

import city.renewal.plan.DelayReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(DelayNeed.class)
interface ForecastDao {

    /** A task's finish by the newest baseline, with the finish of the whole. */
    record CurrentPromise(int baselineNo, @Nullable LocalDate projectFinishOn, long taskId, LocalDate finishOn) {
    }

    @SqlQuery("""
            SELECT b.baseline_no, b.finish_on AS project_finish_on, t.task_id, t.finish_on
              FROM baseline b
              JOIN baseline_task t ON t.baseline_id = b.id
             WHERE b.project_id = :projectId
               AND b.baseline_no = (SELECT MAX(n.baseline_no) FROM baseline n WHERE n.project_id = :projectId)""")
    @RegisterConstructorMapper(CurrentPromise.class)
    List<CurrentPromise> current(long projectId);

    /** Unfinished running projects behind their promise, with the newest reason that knows the slip it speaks for. */
    String LATE = """
            SELECT p.project_id, j.code AS project_code, j.name AS project_name, p.finish_on,
                   b.finish_on AS promised_finish_on, d.slip_days, d.catch_up, d.catch_up_on
              FROM plan p
              JOIN project j  ON j.id = p.project_id
              JOIN baseline b ON b.project_id = p.project_id AND b.baseline_no = 1
              LEFT JOIN (SELECT project_id, MAX(id) AS id
                           FROM delay_reason
                          WHERE slip_days IS NOT NULL
                          GROUP BY project_id) newest ON newest.project_id = p.project_id
              LEFT JOIN delay_reason d ON d.id = newest.id
             WHERE p.follows_today = TRUE
               AND p.finish_on > b.finish_on
               AND EXISTS (SELECT 1
                             FROM task t
                            WHERE t.project_id = p.project_id AND t.actual_finish_on IS NULL AND t.critical = TRUE)
            """;

    @SqlQuery(LATE + "ORDER BY b.finish_on, p.project_id")
    List<DelayNeed> late();

    @SqlQuery(LATE + "AND p.project_id = :projectId")
    Optional<DelayNeed> late(long projectId);

    @SqlUpdate("""
            INSERT INTO delay_reason (project_id, task_id, category, words, words_en, catch_up, given_by, given_at,
                                      reason_owner, catch_up_owner, catch_up_on, slip_days)
            VALUES (:projectId, :r.taskId, :r.category, :r.words, :r.wordsEn, :r.catchUp, :r.givenBy, :r.givenAt,
                    :r.reasonOwner, :r.catchUpOwner, :r.catchUpOn, :r.slipDays)""")
    void add(long projectId, @BindMethods("r") DelayReason r);
}
