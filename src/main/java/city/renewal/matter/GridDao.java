package city.renewal.matter;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface GridDao {

    /** A grid that covers one of the places asked for. */
    record Covering(String place, long id, String code, GridKind kind, String name, @Nullable Long workerId,
                    @Nullable String worker) {
    }

    @SqlQuery("""
            SELECT c.place, g.id, g.code, g.kind, g.name, a.id AS worker_id, a.name AS worker
              FROM grid_cover c
              JOIN grid g         ON g.id = c.grid_id
              LEFT JOIN account a ON a.id = g.worker_id AND a.closed_at IS NULL
             WHERE c.place IN (<places>)""")
    @RegisterConstructorMapper(Covering.class)
    List<Covering> covering(@BindList Collection<String> places);

    /** Whom a grid can name. */
    record Worker(long id, String login, String name) {
    }

    @SqlQuery("""
            SELECT id, login, name
              FROM account
             WHERE role = 'COMMUNITY' AND closed_at IS NULL
             ORDER BY name, id""")
    @RegisterConstructorMapper(Worker.class)
    List<Worker> workers();

    /** Also of an account that is closed. */
    @SqlQuery("SELECT login FROM account WHERE id = :accountId")
    String login(long accountId);

    /** A grid by its code. */
    record Known(String code, long id, boolean retired) {
    }

    @SqlQuery("SELECT code, id, retired FROM grid")
    @RegisterConstructorMapper(Known.class)
    List<Known> known();

    /** How many grids there are of a kind. */
    record Counted(GridKind kind, int grids, int workless) {
    }

    @SqlQuery("""
            SELECT kind, COUNT(*) AS grids, COUNT(*) - COUNT(worker_id) AS workless
              FROM grid
             WHERE NOT retired
             GROUP BY kind""")
    @RegisterConstructorMapper(Counted.class)
    List<Counted> counts();

    @SqlUpdate("DELETE FROM grid_cover")
    void removeCovers();

    @SqlUpdate("UPDATE grid SET retired = TRUE WHERE NOT retired")
    int retireAll();

    /** What is written of a grid. */
    record Written(String code, GridKind kind, String name, @Nullable Long workerId) {
    }

    @SqlBatch("""
            INSERT INTO grid (code, kind, name, worker_id, retired)
            VALUES (:g.code, :g.kind, :g.name, :g.workerId, FALSE)""")
    void add(@BindMethods("g") List<Written> grids);

    @SqlBatch("""
            UPDATE grid
               SET kind = :g.kind, name = :g.name, worker_id = :g.workerId, parent_id = NULL, retired = FALSE
             WHERE code = :g.code""")
    void update(@BindMethods("g") List<Written> grids);

    /** A grid and the one that it lies in. */
    record Inside(long id, long parentId) {
    }

    @SqlBatch("UPDATE grid SET parent_id = :i.parentId WHERE id = :i.id")
    void put(@BindMethods("i") List<Inside> inside);

    /** A place of a grid. */
    record Cover(String place, long gridId) {
    }

    @SqlBatch("INSERT INTO grid_cover (place, grid_id) VALUES (:c.place, :c.gridId)")
    void cover(@BindMethods("c") List<Cover> covers);
}
