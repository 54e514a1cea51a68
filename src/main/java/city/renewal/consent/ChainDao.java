package city.renewal.consent;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(ChainEntry.class)
@RegisterConstructorMapper(ChainDao.Head.class)
interface ChainDao {

    String ENTRIES = """
            SELECT project_id, number, made_on, item_id, kind, content, previous_hash, hash
              FROM consent_entry
            """;

    /** Where a project's record ends. */
    record Head(int entries, String hash) {
    }

    /** Holds the record until the transaction ends. */
    @SqlUpdate("UPDATE consent_chain SET entries = entries WHERE project_id = :projectId")
    int lock(long projectId);

    /** Holds the project, so that one of several begins its record. */
    @SqlUpdate("UPDATE project SET code = code WHERE id = :projectId")
    int lockProject(long projectId);

    @SqlUpdate("INSERT INTO consent_chain (project_id, entries, hash) VALUES (:projectId, 0, :hash)")
    void begin(long projectId, String hash);

    @SqlQuery("SELECT entries, hash FROM consent_chain WHERE project_id = :projectId")
    Optional<Head> head(long projectId);

    @SqlUpdate("UPDATE consent_chain SET entries = :entries, hash = :hash WHERE project_id = :projectId")
    void moveHead(long projectId, int entries, String hash);

    @SqlUpdate("""
            INSERT INTO consent_entry (project_id, number, made_on, item_id, kind, content, previous_hash, hash)
            VALUES (:e.projectId, :e.number, :e.madeOn, :e.itemId, :e.kind, :e.content, :e.previousHash, :e.hash)""")
    void add(@BindMethods("e") ChainEntry e);

    @SqlQuery(ENTRIES + "WHERE project_id = :projectId ORDER BY number")
    List<ChainEntry> entries(long projectId);

    @SqlQuery(ENTRIES + "WHERE project_id = :projectId AND number BETWEEN :first AND :last ORDER BY number")
    List<ChainEntry> part(long projectId, int first, int last);

    @SqlQuery("SELECT project_id FROM consent_chain ORDER BY project_id")
    List<Long> projects();
}
