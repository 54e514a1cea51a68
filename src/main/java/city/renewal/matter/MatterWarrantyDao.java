package city.renewal.matter;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface MatterWarrantyDao {

    /** @param warrantyId null when the matter comes under none */
    record Named(@Nullable Long warrantyId) {
    }

    @SqlQuery("SELECT warranty_id FROM matter_warranty WHERE matter_id = :matterId ORDER BY id DESC LIMIT 1")
    @RegisterConstructorMapper(Named.class)
    Optional<Named> named(long matterId);

    @SqlUpdate("""
            INSERT INTO matter_warranty (matter_id, warranty_id, actor, named_at)
            VALUES (:matterId, :warrantyId, :actor, :namedAt)""")
    void name(long matterId, @Nullable Long warrantyId, String actor, OffsetDateTime namedAt);

    @SqlQuery("""
            SELECT w.organisation, COUNT(*) AS matters,
                   COUNT(*) FILTER (WHERE m.state <> 'ANSWERED' AND m.state <> 'CLOSED') AS open,
                   COUNT(*) FILTER (WHERE m.state <> 'ANSWERED' AND m.state <> 'CLOSED'
                                      AND m.due_at < CAST(:now AS TIMESTAMP WITH TIME ZONE)) AS overdue
              FROM matter_warranty x
              JOIN matter m   ON m.id = x.matter_id
              JOIN warranty w ON w.id = x.warranty_id
             WHERE x.id = (SELECT MAX(n.id) FROM matter_warranty n WHERE n.matter_id = x.matter_id)
               AND m.merged_into IS NULL
             GROUP BY w.organisation
             ORDER BY 2 DESC, 1""")
    @RegisterConstructorMapper(PartyMatters.class)
    List<PartyMatters> byParty(OffsetDateTime now);
}
