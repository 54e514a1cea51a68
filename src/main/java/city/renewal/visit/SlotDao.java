package city.renewal.visit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Slot.class)
interface SlotDao {

    String SLOTS = """
            SELECT s.id, s.project_id, s.work_id, w.work_type, s.place_id, l.name AS building, l.name_en AS building_en,
                   s.stairwell, s.crew, s.starts_at, s.ends_at, s.capacity,
                   (SELECT COUNT(*)
                      FROM visit v
                     WHERE v.slot_id = s.id AND v.state NOT IN ('MOVED', 'CANCELLED')) AS taken
              FROM visit_slot s
              JOIN visit_work w ON w.id = s.work_id
              JOIN place l      ON l.id = s.place_id
            """;

    /** A slot as it is written. */
    record Written(OffsetDateTime startsAt, OffsetDateTime endsAt) {
    }

    /** Lets one transaction at a time change a project's appointments; held until the transaction ends. */
    @SqlUpdate("UPDATE project SET code = code WHERE id = :projectId")
    void lock(long projectId);

    @SqlBatch("""
            INSERT INTO visit_slot (project_id, work_id, place_id, stairwell, crew, starts_at, ends_at, capacity)
            VALUES (:projectId, :workId, :placeId, :stairwell, :crew, :w.startsAt, :w.endsAt, :capacity)""")
    void add(long projectId, long workId, long placeId, String stairwell, String crew, int capacity,
             @BindMethods("w") List<Written> w);

    @SqlQuery(SLOTS + "WHERE s.id = :id AND s.withdrawn_at IS NULL")
    Optional<Slot> slot(long id);

    @SqlQuery(SLOTS + """
             WHERE s.project_id = :projectId AND s.starts_at >= :from AND s.withdrawn_at IS NULL
             ORDER BY s.starts_at, l.code, s.stairwell, s.crew""")
    List<Slot> from(long projectId, OffsetDateTime from);

    @SqlQuery(SLOTS + """
             WHERE s.project_id = :projectId AND s.starts_at >= :from AND s.place_id = :placeId
               AND s.stairwell = :stairwell AND s.withdrawn_at IS NULL
             ORDER BY s.starts_at, s.crew""")
    List<Slot> at(long projectId, long placeId, String stairwell, OffsetDateTime from);

    @SqlQuery(SLOTS + """
             WHERE s.project_id = :projectId AND s.starts_at < :to AND s.ends_at > :from AND s.crew = :crew
               AND s.withdrawn_at IS NULL
             ORDER BY s.starts_at""")
    List<Slot> ofCrew(long projectId, String crew, OffsetDateTime from, OffsetDateTime to);

    @SqlQuery("SELECT DISTINCT project_id FROM visit_slot WHERE ends_at >= :from AND withdrawn_at IS NULL")
    Set<Long> projectsSince(OffsetDateTime from);

    @SqlQuery("SELECT DISTINCT crew FROM visit_slot WHERE project_id = :projectId ORDER BY crew")
    List<String> crews(long projectId);

    @SqlUpdate("UPDATE visit_slot SET withdrawn_at = :at WHERE id = :id")
    void withdraw(long id, OffsetDateTime at);
}
