package city.renewal.plan.sandbox;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Sandboxes and their edits, and the locks under which they are laid over a plan. */
@RegisterConstructorMapper(Sandbox.class)
@RegisterConstructorMapper(SandboxEdit.class)
interface SandboxDao {

    String SANDBOXES = """
            SELECT s.id, s.project_id, s.name, s.made_by, COALESCE(a.name, s.made_by) AS owner, s.made_at,
                   s.revision, COALESCE(c.name, s.changed_by) AS changed_by,
                   (SELECT COUNT(*)
                      FROM sandbox_edit e
                     WHERE e.sandbox_id = s.id AND e.undone = FALSE) AS edits
              FROM plan_sandbox s
              LEFT JOIN account a ON a.login = s.made_by
              LEFT JOIN account c ON c.login = s.changed_by
            """;

    @SqlUpdate("""
            INSERT INTO plan_sandbox (project_id, name, made_by, made_at)
            VALUES (:projectId, :name, :madeBy, :madeAt)""")
    @GetGeneratedKeys
    long add(long projectId, String name, String madeBy, OffsetDateTime madeAt);

    @SqlQuery(SANDBOXES + "WHERE s.project_id = :projectId ORDER BY s.id DESC")
    List<Sandbox> of(long projectId);

    @SqlQuery(SANDBOXES + "WHERE s.id = :id")
    Optional<Sandbox> find(long id);

    /** Two people at once in one sandbox take turns. */
    @SqlUpdate("UPDATE plan_sandbox SET name = name WHERE id = :id")
    int hold(long id);

    @SqlUpdate("UPDATE plan_sandbox SET revision = revision + 1, changed_by = :by WHERE id = :id")
    void count(long id, String by);

    /** Waits for whoever changes the plan, and makes others wait, without counting as a change. */
    @SqlUpdate("UPDATE plan SET revision = revision WHERE project_id = :projectId")
    int holdPlan(long projectId);

    /** Ids that are taken while a sandbox is laid over a plan must not be given to others when that is taken back. */
    @SqlUpdate("UPDATE task_counter SET next_id = next_id")
    void holdIds();

    @SqlUpdate("UPDATE task_counter SET next_id = :next WHERE next_id < :next")
    void raiseIds(long next);

    @SqlQuery("""
            SELECT COALESCE(MAX(id), -1)
              FROM plan_edit
             WHERE project_id = :projectId""")
    long newestEdit(long projectId);

    /** What was done to the plan after an edit, in its order. */
    @SqlQuery("""
            SELECT id, what, steps, undone
              FROM plan_edit
             WHERE project_id = :projectId AND id > :after
             ORDER BY id""")
    List<SandboxEdit> editsAfter(long projectId, long after);

    @SqlQuery("SELECT id, what, steps, undone FROM sandbox_edit WHERE sandbox_id = :sandboxId ORDER BY id")
    List<SandboxEdit> edits(long sandboxId);

    @SqlUpdate("INSERT INTO sandbox_edit (sandbox_id, what, steps, undone) VALUES (:sandboxId, :what, :steps, FALSE)")
    void addEdit(long sandboxId, String what, String steps);

    @SqlUpdate("UPDATE sandbox_edit SET undone = :undone WHERE id = :id")
    void setUndone(long id, boolean undone);

    @SqlUpdate("DELETE FROM sandbox_edit WHERE sandbox_id = :sandboxId AND undone = TRUE")
    void removeUndone(long sandboxId);

    @SqlUpdate("DELETE FROM sandbox_edit WHERE sandbox_id = :sandboxId")
    void removeEdits(long sandboxId);

    @SqlUpdate("DELETE FROM plan_sandbox WHERE id = :id")
    void remove(long id);
}
