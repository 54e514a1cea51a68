package city.renewal.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Tasks and links. */
@RegisterConstructorMapper(Task.class)
@RegisterConstructorMapper(TaskLink.class)
interface TaskDao {

    String COLUMNS = """
            SELECT t.id, t.project_id, t.parent_id, t.sort_order, t.code, t.name, t.public_name, t.name_en, t.item_class,
                   t.milestone, t.duration_minutes, t.constraint_type, t.constraint_on, t.calendar_id, t.place_id,
                   t.planned_quantity, t.unit, t.weight, t.notes, t.work_type, t.crew, t.source_uid,
                   t.start_on, t.finish_on, t.critical,
                   t.actual_start_on, t.actual_finish_on, t.remaining_minutes,
                   t.opening_quantity, t.confirmed_quantity, t.submitted_quantity,
                   t.version, t.changed_by, t.changed_at,
                   p.start_on AS promised_start_on, p.finish_on AS promised_finish_on
              FROM task t
              LEFT JOIN baseline b ON b.project_id = t.project_id AND b.baseline_no = 1
              LEFT JOIN baseline_task p ON p.baseline_id = b.id AND p.task_id = t.id
            """;

    @SqlQuery(COLUMNS + "WHERE t.project_id = :projectId AND t.archived_at IS NULL ORDER BY t.sort_order, t.id")
    List<Task> tasks(long projectId);

    /** A task with the project it belongs to. */
    record Owned(long projectId, @Nested Task task) {
    }

    @SqlQuery(COLUMNS + """
            WHERE t.project_id IN (<projectIds>) AND t.archived_at IS NULL
            ORDER BY t.project_id, t.sort_order, t.id""")
    @RegisterConstructorMapper(Owned.class)
    List<Owned> tasksOf(@BindList Collection<Long> projectIds);

    /** Also one that was removed from its plan: its reports can still be read. */
    @SqlQuery(COLUMNS + "WHERE t.id = :id")
    Optional<Task> task(long id);

    @SqlQuery("SELECT archived_at IS NOT NULL FROM task WHERE id = :id")
    boolean archived(long id);

    /** Unfinished work of running plans that has begun or begins by a day, the latest against its promise first. */
    @SqlQuery("""
            SELECT t.id AS task_id, t.name AS task_name, t.name_en AS task_name_en, j.code AS project_code,
                   j.name AS project_name, j.name_en AS project_name_en, t.start_on, t.finish_on, b.finish_on AS promised_finish_on, t.critical, t.planned_quantity,
                   t.opening_quantity + t.confirmed_quantity AS done_quantity, t.submitted_quantity, t.unit
              FROM task t
              JOIN project j ON j.id = t.project_id
              JOIN plan p    ON p.project_id = t.project_id AND p.follows_today = TRUE
              LEFT JOIN baseline n      ON n.project_id = t.project_id AND n.baseline_no = 1
              LEFT JOIN baseline_task b ON b.baseline_id = n.id AND b.task_id = t.id
             WHERE t.actual_finish_on IS NULL
               AND t.archived_at IS NULL
               AND t.start_on <= :until
               AND t.milestone = FALSE
               AND NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id AND c.archived_at IS NULL)
               AND (:lateOnly = FALSE OR b.finish_on < t.finish_on)
             ORDER BY CASE WHEN t.actual_start_on IS NULL THEN 1 ELSE 0 END, b.finish_on, t.finish_on, t.id
             LIMIT :limit OFFSET :offset""")
    @RegisterConstructorMapper(DueTask.class)
    List<DueTask> due(LocalDate until, boolean lateOnly, int limit, int offset);

    @SqlQuery("SELECT project_id FROM task WHERE id = :id")
    Optional<Long> projectOf(long id);

    @SqlQuery("""
            SELECT id, predecessor_id, successor_id, link_type, lag_minutes, elapsed_lag
              FROM task_link
             WHERE project_id = :projectId
             ORDER BY id""")
    List<TaskLink> links(long projectId);

    @SqlQuery("""
            SELECT id, predecessor_id, successor_id, link_type, lag_minutes, elapsed_lag
              FROM task_link
             WHERE project_id IN (<projectIds>)
             ORDER BY id""")
    List<TaskLink> linksOf(@BindList Collection<Long> projectIds);

    @SqlBatch("""
            INSERT INTO task (id, project_id, parent_id, sort_order, code, name, public_name, name_en, item_class,
                              milestone, duration_minutes, constraint_type, constraint_on, calendar_id, place_id,
                              planned_quantity, unit, weight, notes, work_type, crew, source_uid, opening_quantity,
                              confirmed_quantity, submitted_quantity, start_on, finish_on, critical,
                              actual_start_on, actual_finish_on, remaining_minutes,
                              version, changed_by, changed_at)
            VALUES (:t.id, :projectId, :i.parentId, :i.sortOrder, :i.code, :i.name, :i.publicName, :i.nameEn,
                    :i.itemClass, :i.milestone, :i.durationMinutes, :i.constraintType, :i.constraintOn,
                    :i.calendarId, :i.placeId, :i.plannedQuantity, :i.unit, :i.weight, :i.notes, :i.workType,
                    :i.crew, :t.sourceUid, :p.openingQuantity, 0, 0, :d.startOn, :d.finishOn, :d.critical,
                    :d.actualStartOn, :d.actualFinishOn, :d.remainingMinutes,
                    1, :t.changedBy, :t.changedAt)""")
    void addTasks(long projectId, @BindMethods("t") List<Task> t, @BindMethods("i") List<TaskInput> i,
                  @BindMethods("d") List<TaskDates> d, @BindMethods("p") List<TaskProgress> p);

    /** Takes a block of ids and locks the counter until the transaction ends. */
    default long takeIds(int count) {
        raiseCounter(count);
        return counter() - count;
    }

    @SqlUpdate("UPDATE task_counter SET next_id = next_id + :count")
    void raiseCounter(int count);

    @SqlQuery("SELECT next_id FROM task_counter")
    long counter();

    /** Also brings back what was archived. */
    @SqlBatch("""
            UPDATE task
               SET parent_id = :t.parentId, sort_order = :t.sortOrder, code = :t.code, name = :t.name,
                   public_name = :t.publicName, name_en = :t.nameEn, item_class = :t.itemClass,
                   milestone = :t.milestone, duration_minutes = :t.durationMinutes,
                   constraint_type = :t.constraintType, constraint_on = :t.constraintOn,
                   calendar_id = :t.calendarId, place_id = :t.placeId, planned_quantity = :t.plannedQuantity,
                   unit = :t.unit, weight = :t.weight, notes = :t.notes,
                   work_type = :t.workType, crew = :t.crew, archived_at = NULL,
                   version = version + 1, changed_by = :by, changed_at = :at
             WHERE id = :id""")
    void setInputs(List<Long> id, @BindMethods("t") List<TaskInput> t, String by, OffsetDateTime at);

    @SqlBatch("""
            UPDATE task
               SET archived_at = :at, version = version + 1, changed_by = :by, changed_at = :at
             WHERE id = :id""")
    void archive(List<Long> id, String by, OffsetDateTime at);

    @SqlBatch("""
            UPDATE task
               SET start_on = :d.startOn, finish_on = :d.finishOn, critical = :d.critical
             WHERE id = :id""")
    void setDates(List<Long> id, @BindMethods("d") List<TaskDates> d);

    @SqlBatch("""
            INSERT INTO task_link (project_id, predecessor_id, successor_id, link_type, lag_minutes, elapsed_lag)
            VALUES (:projectId, :l.predecessorId, :l.successorId, :l.linkType, :l.lagMinutes, :l.elapsedLag)""")
    void addLinks(long projectId, @BindMethods("l") List<TaskLink> links);

    @SqlBatch("DELETE FROM task_link WHERE id = :id")
    void removeLinks(List<Long> id);

    @SqlQuery("SELECT COUNT(*) FROM task WHERE parent_id = :id AND archived_at IS NULL")
    long children(long id);

    @SqlQuery("""
            SELECT task_id, COUNT(*) AS reports
              FROM site_report
             WHERE project_id = :projectId
             GROUP BY task_id""")
    @KeyColumn("task_id")
    @ValueColumn("reports")
    Map<Long, Long> reports(long projectId);

    @SqlQuery("SELECT id FROM place WHERE project_id = :projectId")
    Set<Long> places(long projectId);
}
