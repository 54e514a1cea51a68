package city.renewal.matter;

import city.renewal.project.handover.Warranties;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(RepairDao.Job.class)
interface RepairDao {

    /** A matter of which the warranty was named last, and that does not repeat another, with what counts of it now. */
    String ROUTED = """
              FROM matter m
              JOIN matter_warranty g ON g.matter_id = m.id
              JOIN warranty o        ON o.id = g.warranty_id
              JOIN acceptance b      ON b.id = o.acceptance_id
              JOIN acceptance a      ON a.project_id = b.project_id
                                    AND COALESCE(a.place_id, -1) = COALESCE(b.place_id, -1)
              JOIN warranty w        ON w.acceptance_id = a.id AND w.work = o.work
            """;
    String COUNTS = """
               AND g.id = (SELECT MAX(k.id) FROM matter_warranty k WHERE k.matter_id = m.id)
               AND m.merged_into IS NULL
               AND\s""" + Warranties.STANDING;

    /**
     * A matter for the people of a firm.
     *
     * @param said whatever was last of being given to it, being opened again, and its own words
     */
    record Job(long id, String number, String kind, String work, @Nullable LocalDate untilOn, String organisation,
               @Nullable String phoneFor, MatterState state, MatterAct said, @Nullable LocalDate dayOn) {
    }

    /**
     * What an account has of firms: those of the party that it was named with, on that project. What is done and closed is
     * nobody's any more. Served by project_person_by_account and matter_by_project.
     */
    String JOBS = """
            SELECT m.id, m.number, m.kind, w.work, w.until_on, w.organisation, g.phone_for, m.state, s.act AS said,
                   s.day_on
            """ + ROUTED + """
              JOIN project_person n ON n.project_id = m.project_id
              JOIN party y          ON y.id = n.party_id AND y.organisation = w.organisation
              JOIN matter_step s    ON s.id = (SELECT MAX(k.id)
                                                 FROM matter_step k
                                                WHERE k.matter_id = m.id
                                                  AND k.act IN ('WARRANTY_NAMED', 'REOPENED', 'REPAIR_PLANNED',
                                                                'REPAIRED', 'REPAIR_REFUSED'))
             WHERE n.account_id = :accountId
               AND (m.state <> 'CLOSED' OR s.act NOT IN ('REPAIRED', 'REPAIR_REFUSED'))
            """ + COUNTS;

    @SqlQuery(JOBS + " ORDER BY m.received_at, m.id")
    List<Job> jobs(long accountId);

    @SqlQuery(JOBS + " AND m.number = :number")
    Optional<Job> job(long accountId, String number);

    /** The same for the matter of a photo. */
    @SqlQuery(JOBS + " AND m.id = (SELECT p.matter_id FROM matter_photo p WHERE p.id = :photoId)")
    Optional<Job> jobOfPhoto(long accountId, long photoId);

    /** Who repairs a matter, and how many of them can read it. */
    record Routed(long warrantyId, String organisation, @Nullable String phoneFor, int people) {
    }

    @SqlQuery("""
            SELECT g.warranty_id, w.organisation, g.phone_for,
                   (SELECT COUNT(*)
                      FROM project_person n
                      JOIN party y   ON y.id = n.party_id
                      JOIN account c ON c.id = n.account_id
                     WHERE n.project_id = m.project_id AND y.organisation = w.organisation
                       AND c.role = 'ENGINEER' AND c.closed_at IS NULL) AS people
            """ + ROUTED + " WHERE m.id = :matterId " + COUNTS)
    @RegisterConstructorMapper(Routed.class)
    Optional<Routed> routed(long matterId);

    /** Keeps others who speak of the matter waiting until the transaction ends. */
    @SqlUpdate("UPDATE matter SET number = number WHERE id = :matterId")
    void lock(long matterId);

    @SqlUpdate("""
            INSERT INTO matter_step (matter_id, act, actor, taken_at, remark, shown, day_on)
            VALUES (:matterId, :act, :actor, :takenAt, :remark, FALSE, :dayOn)""")
    @GetGeneratedKeys
    long say(long matterId, MatterAct act, String actor, OffsetDateTime takenAt, String remark,
             @Nullable LocalDate dayOn);

    @SqlQuery("SELECT COUNT(*) > 0 FROM matter_photo WHERE matter_id = :matterId AND sha256 = :sha256")
    boolean hasPhoto(long matterId, String sha256);

    @SqlUpdate("""
            INSERT INTO matter_photo (matter_id, sha256, content_type, step_id)
            VALUES (:matterId, :sha256, :contentType, :stepId)""")
    void addPhoto(long matterId, String sha256, String contentType, long stepId);

    @SqlQuery("SELECT id FROM matter_photo WHERE matter_id = :matterId AND step_id IS NOT NULL ORDER BY id")
    List<Long> photos(long matterId);

    @SqlUpdate("""
            INSERT INTO matter_warranty (matter_id, warranty_id, actor, named_at, phone_for)
            VALUES (:matterId, :warrantyId, :actor, :namedAt, :organisation)""")
    void openPhone(long matterId, long warrantyId, String actor, OffsetDateTime namedAt, String organisation);
}
