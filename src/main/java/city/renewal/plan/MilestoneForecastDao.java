package city.renewal.plan;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface MilestoneForecastDao {

    /** Notes the present dates of all milestones and of the plan, unless the week has them already. */
    @SqlUpdate("""
            INSERT INTO milestone_forecast (project_id, task_id, week_on, task_name, status_on, finish_on)
            SELECT n.project_id, n.task_id, CAST(:weekOn AS DATE), n.task_name, n.status_on, n.finish_on
              FROM (SELECT t.project_id, t.id AS task_id, t.name AS task_name, p.status_on, t.finish_on
                      FROM task t
                      JOIN plan p ON p.project_id = t.project_id
                     WHERE t.project_id = :projectId AND t.milestone = TRUE AND t.archived_at IS NULL
                     UNION ALL
                    SELECT p.project_id, 0, '', p.status_on, p.finish_on
                      FROM plan p
                     WHERE p.project_id = :projectId AND p.finish_on IS NOT NULL) n
             WHERE n.status_on IS NOT NULL
               AND NOT EXISTS (SELECT 1
                                 FROM milestone_forecast m
                                WHERE m.project_id = n.project_id AND m.task_id = n.task_id
                                  AND m.week_on = :weekOn)""")
    void keep(long projectId, LocalDate weekOn);

    @SqlBatch("""
            INSERT INTO milestone_forecast (project_id, task_id, week_on, task_name, status_on, finish_on)
            VALUES (:f.projectId, :f.taskId, :f.weekOn, :f.taskName, :f.statusOn, :f.finishOn)""")
    void add(@BindMethods("f") List<MilestoneForecast> f);

    @SqlQuery("""
            SELECT project_id, task_id, task_name, status_on, finish_on
              FROM milestone_forecast
             WHERE project_id = :projectId
             ORDER BY task_id, week_on""")
    @RegisterConstructorMapper(MilestoneForecast.class)
    List<MilestoneForecast> of(long projectId);
}
