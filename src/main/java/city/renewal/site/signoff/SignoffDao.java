package city.renewal.site.signoff;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(Signoff.class)
@RegisterConstructorMapper(UnsignedTask.class)
interface SignoffDao {

    @SqlUpdate("""
            INSERT INTO signoff (task_id, project_id, work_type, checks, remark, signer_id, signer, signed_at)
            VALUES (:taskId, :projectId, :workType, :checks, :remark, :signerId, :signer, :signedAt)""")
    void add(long taskId, long projectId, String workType, String checks, @Nullable String remark, long signerId,
             String signer, OffsetDateTime signedAt);

    @SqlQuery("""
            SELECT task_id, work_type, checks, remark, signer_id, signer, signed_at
              FROM signoff
             WHERE task_id = :taskId""")
    Optional<Signoff> of(long taskId);

    /** Served by signoff_by_project. */
    @SqlQuery("SELECT task_id FROM signoff WHERE project_id = :projectId")
    List<Long> signed(long projectId);

    @SqlQuery("SELECT COUNT(*) FROM site_report WHERE task_id = :taskId AND author_id = :authorId AND state <> 'RETURNED'")
    int reportsBy(long taskId, long authorId);

    /** The task and the summaries above it. */
    @SqlQuery("""
            WITH RECURSIVE above (id, parent_id) AS (
                SELECT id, parent_id FROM task WHERE id = :taskId
                UNION ALL
                SELECT t.id, t.parent_id FROM task t JOIN above a ON t.id = a.parent_id
            )
            SELECT l.predecessor_id
              FROM task_link l
              JOIN above a ON a.id = l.successor_id
             WHERE l.link_type = 'FINISH_TO_START'""")
    List<Long> before(long taskId);

    /** A task that blocks, and what it does. */
    record Blocking(long id, String name, @Nullable String nameEn) {
    }

    /** Among the tasks and those below them: work of these types without a signature, in the order of the plan. */
    @SqlQuery("""
            WITH RECURSIVE below (id) AS (
                SELECT id FROM task WHERE id IN (<tasks>)
                UNION ALL
                SELECT t.id FROM task t JOIN below b ON t.parent_id = b.id
            )
            SELECT t.id, t.name, t.name_en
              FROM task t
              JOIN below b       ON b.id = t.id
              LEFT JOIN signoff s ON s.task_id = t.id
             WHERE s.task_id IS NULL
               AND t.archived_at IS NULL
               AND t.milestone = FALSE
               AND t.work_type IN (<types>)
               AND NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id AND c.archived_at IS NULL)
             ORDER BY t.sort_order, t.id""")
    @RegisterConstructorMapper(Blocking.class)
    List<Blocking> unsigned(@BindList Collection<Long> tasks, @BindList Collection<String> types);

    /**
     * Finished by confirmed reports, so that what came finished with a file asks for nothing, and followed by work that
     * has not begun.
     */
    @SqlQuery("""
            SELECT t.id AS task_id, t.name AS task_name, t.name_en AS task_name_en, t.work_type,
                   j.name AS project_name, j.name_en AS project_name_en, t.actual_finish_on AS finished_on
              FROM task t
              JOIN project j      ON j.id = t.project_id
              LEFT JOIN signoff s ON s.task_id = t.id
             WHERE t.work_type IN (<types>)
               AND t.actual_finish_on IS NOT NULL
               AND t.confirmed_quantity > 0
               AND t.archived_at IS NULL
               AND s.task_id IS NULL
               AND EXISTS (SELECT 1
                             FROM task_link l
                             JOIN task n ON n.id = l.successor_id
                            WHERE (l.predecessor_id = t.id OR l.predecessor_id = t.parent_id)
                              AND l.link_type = 'FINISH_TO_START'
                              AND n.actual_start_on IS NULL AND n.archived_at IS NULL
                              AND NOT EXISTS (SELECT 1
                                                FROM task c
                                               WHERE c.parent_id = n.id AND c.actual_start_on IS NOT NULL))
             ORDER BY t.actual_finish_on, t.id
             LIMIT :limit""")
    List<UnsignedTask> waiting(@BindList Collection<String> types, int limit);
}
