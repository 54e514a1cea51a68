package city.renewal.visit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(Visit.class)
@RegisterConstructorMapper(Remaining.class)
interface VisitDao {

    String VISITS = """
            SELECT v.id, v.slot_id, s.project_id, v.work_id, w.title, w.title_en, w.work_type, v.household_id,
                   s.place_id, l.name AS building, l.name_en AS building_en, s.stairwell, s.crew, s.starts_at,
                   s.ends_at, v.state, v.moved_from, v.remark_sealed, v.phone_sealed, b.name AS booked_by, v.booked_at,
                   v.reason_sealed, e.name AS ended_by, v.ended_at
              FROM visit v
              JOIN visit_slot s   ON s.id = v.slot_id
              JOIN visit_work w   ON w.id = v.work_id
              JOIN place l        ON l.id = s.place_id
              LEFT JOIN account b ON b.id = v.booked_by
              LEFT JOIN account e ON e.id = v.ended_by
            """;

    /** Latest appointment of each household and work, moved and cancelled ones left out. */
    String LATEST = """
            (SELECT household_id, work_id, MAX(id) AS id
               FROM visit
              WHERE state NOT IN ('MOVED', 'CANCELLED')
                AND work_id IN (SELECT id FROM visit_work WHERE project_id = :projectId)
              GROUP BY household_id, work_id)
            """;

    /** An appointment as it is written. */
    record Written(long slotId, long workId, long householdId, @Nullable Long movedFrom, @Nullable String remarkSealed,
                   @Nullable String phoneSealed, @Nullable Long bookedBy, OffsetDateTime bookedAt) {
    }

    @GetGeneratedKeys
    @SqlUpdate("""
            INSERT INTO visit (slot_id, work_id, household_id, state, moved_from, remark_sealed, phone_sealed, booked_by,
                               booked_at)
            VALUES (:w.slotId, :w.workId, :w.householdId, 'BOOKED', :w.movedFrom, :w.remarkSealed, :w.phoneSealed,
                    :w.bookedBy, :w.bookedAt)""")
    long add(@BindMethods("w") Written w);

    @SqlUpdate("""
            UPDATE visit
               SET state = :state, reason_sealed = :reasonSealed, ended_by = :endedBy, ended_at = :at
             WHERE id = :id""")
    void end(long id, VisitState state, @Nullable String reasonSealed, @Nullable Long endedBy, OffsetDateTime at);

    @SqlQuery(VISITS + "WHERE v.id = :id")
    Optional<Visit> byId(long id);

    @SqlQuery(VISITS + "WHERE v.household_id = :householdId ORDER BY v.id")
    List<Visit> ofHousehold(long householdId);

    @SqlQuery(VISITS + """
             WHERE s.project_id = :projectId AND s.starts_at >= :from AND s.starts_at < :to
               AND v.state NOT IN ('MOVED', 'CANCELLED')
             ORDER BY s.crew, s.starts_at, l.code, s.stairwell, v.id""")
    List<Visit> between(long projectId, OffsetDateTime from, OffsetDateTime to);

    /** Those that wait for the crew, and those where it found nobody and the household has not booked again. */
    @SqlQuery(VISITS + """
              JOIN\s""" + LATEST + """
                   n ON n.id = v.id
             WHERE v.state IN ('BOOKED', 'NOT_HOME')
             ORDER BY s.starts_at, v.id""")
    List<Visit> open(long projectId);

    @SqlQuery("""
            SELECT p.work_id, l.id AS place_id, l.name AS building, l.name_en AS building_en,
                   COUNT(h.id) AS households,
                   COUNT(*) FILTER (WHERE v.state = 'DONE') AS done,
                   COUNT(*) FILTER (WHERE v.state = 'BOOKED') AS booked,
                   COUNT(*) FILTER (WHERE v.state = 'NOT_HOME') AS not_home,
                   COUNT(*) FILTER (WHERE v.state = 'DECLINED') AS declined
              FROM visit_work w
              JOIN visit_work_place p ON p.work_id = w.id
              JOIN place l            ON l.id = p.place_id
              LEFT JOIN household h   ON h.place_id = p.place_id
              LEFT JOIN\s""" + LATEST + """
                        n             ON n.household_id = h.id AND n.work_id = w.id
              LEFT JOIN visit v       ON v.id = n.id
             WHERE w.project_id = :projectId
             GROUP BY p.work_id, l.id, l.code, l.name, l.name_en
             ORDER BY p.work_id, l.code""")
    List<Remaining> remaining(long projectId);

    @SqlUpdate("""
            UPDATE visit
               SET remark_sealed = NULL, phone_sealed = NULL, reason_sealed = NULL
             WHERE (remark_sealed IS NOT NULL OR phone_sealed IS NOT NULL OR reason_sealed IS NOT NULL)
               AND slot_id IN (SELECT id FROM visit_slot WHERE ends_at < :before)""")
    int forget(OffsetDateTime before);
}
