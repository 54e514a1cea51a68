package city.renewal.matter;

import city.renewal.project.handover.Warranties;
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
              FROM matter_warranty g
              JOIN matter m     ON m.id = g.matter_id
              JOIN warranty o   ON o.id = g.warranty_id
              JOIN acceptance b ON b.id = o.acceptance_id
              JOIN acceptance a ON a.project_id = b.project_id
                               AND COALESCE(a.place_id, -1) = COALESCE(b.place_id, -1)
              JOIN warranty w   ON w.acceptance_id = a.id AND w.work = o.work
             WHERE g.id = (SELECT MAX(k.id) FROM matter_warranty k WHERE k.matter_id = g.matter_id)
               AND m.merged_into IS NULL
               AND\s""" + Warranties.STANDING + """
             GROUP BY w.organisation
             ORDER BY 2 DESC, 1""")
    @RegisterConstructorMapper(PartyMatters.class)
    List<PartyMatters> byParty(OffsetDateTime now);
}
