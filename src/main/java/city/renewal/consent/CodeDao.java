package city.renewal.consent;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(CodeDao.Stored.class)
interface CodeDao {

    /** A code as it is kept. */
    record Stored(
            long id,
            long householdId,
            long projectId,
            String projectCode,
            String codeKey,
            LocalDate expiresOn,
            @Nullable OffsetDateTime voidedAt) {
    }

    String JOINED = """
            SELECT c.id, c.household_id, h.project_id, p.code AS project_code, c.code_key, c.expires_on, c.voided_at
              FROM household_code c
              JOIN household h ON h.id = c.household_id
              JOIN project p   ON p.id = h.project_id
            """;

    /** A code as it is written. */
    record Written(long householdId, String codeKey) {
    }

    @SqlBatch("UPDATE household_code SET voided_at = :at WHERE household_id = :ids AND voided_at IS NULL")
    int[] voidOf(Collection<Long> ids, OffsetDateTime at);

    @SqlBatch("DELETE FROM household_code WHERE household_id = :ids")
    int[] removeOf(Collection<Long> ids);

    @SqlBatch("""
            INSERT INTO household_code (household_id, code_key, expires_on, issued_at)
            VALUES (:w.householdId, :w.codeKey, :expiresOn, :at)""")
    void add(@BindMethods("w") List<Written> w, LocalDate expiresOn, OffsetDateTime at);

    @SqlQuery(JOINED + "WHERE c.code_key = :codeKey")
    Optional<Stored> byKey(String codeKey);

    @SqlQuery("SELECT COUNT(*) > 0 FROM household_code WHERE id = :id AND voided_at IS NULL")
    boolean stands(long id);

    @SqlQuery(JOINED + "WHERE h.project_id = :projectId ORDER BY c.code_key")
    List<Stored> ofProject(long projectId);
}
