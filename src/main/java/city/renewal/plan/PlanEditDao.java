package city.renewal.plan;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(PlanEdit.class)
interface PlanEditDao {

    @SqlUpdate("""
            INSERT INTO plan_edit (project_id, author, edited_at, what, steps, undone)
            VALUES (:projectId, :author, :editedAt, :what, :steps, FALSE)""")
    void add(long projectId, String author, OffsetDateTime editedAt, String what, String steps);

    /** The author's newest edit that still stands. */
    @SqlQuery("""
            SELECT id, author, what, steps, undone
              FROM plan_edit
             WHERE project_id = :projectId AND author = :author AND undone = FALSE
             ORDER BY id DESC
             LIMIT 1""")
    Optional<PlanEdit> lastStanding(long projectId, String author);

    /** The edit the author took back last, unless they have edited since. */
    default Optional<PlanEdit> firstUndone(long projectId, String author) {
        // Ids begin with 0 in one of the databases.
        long standing = lastStanding(projectId, author).map(PlanEdit::id).orElse(-1L);
        return firstUndoneAfter(projectId, author, standing);
    }

    @SqlQuery("""
            SELECT id, author, what, steps, undone
              FROM plan_edit
             WHERE project_id = :projectId AND author = :author AND undone = TRUE AND id > :after
             ORDER BY id
             LIMIT 1""")
    Optional<PlanEdit> firstUndoneAfter(long projectId, String author, long after);

    /** An edit that was not taken back, with when it was made. */
    record DatedEdit(String author, OffsetDateTime editedAt, String steps) {
    }

    @SqlQuery("""
            SELECT author, edited_at, steps
              FROM plan_edit
             WHERE project_id = :projectId AND what = :what AND undone = FALSE
             ORDER BY id DESC
             LIMIT :limit""")
    @RegisterConstructorMapper(DatedEdit.class)
    List<DatedEdit> standing(long projectId, String what, int limit);

    @SqlUpdate("UPDATE plan_edit SET undone = :undone WHERE id = :id")
    void setUndone(long id, boolean undone);
}
