package city.renewal.project.handover;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(Warranty.class)
interface WarrantyDao {

    String JOINED = """
            SELECT w.id, w.acceptance_id, a.project_id, p.code AS project_code, p.name AS project_name,
                   p.name_en AS project_name_en, a.place_id, l.kind AS place_kind, l.name AS place_name,
                   l.name_en AS place_name_en, w.work, w.starts_on, w.until_on, w.organisation, w.phone, w.why,
                   c.checked_on, c.faultless, c.remark AS check_remark
              FROM warranty w
              JOIN acceptance a ON a.id = w.acceptance_id
              JOIN project p    ON p.id = a.project_id
              LEFT JOIN place l ON l.id = a.place_id
              LEFT JOIN warranty_check c ON c.id = (SELECT MAX(k.id)
                                                      FROM acceptance b
                                                      JOIN warranty_check k ON k.acceptance_id = b.id
                                                     WHERE b.project_id = a.project_id
                                                       AND COALESCE(b.place_id, -1) = COALESCE(a.place_id, -1)
                                                       AND k.work = w.work AND k.checked_on >= w.starts_on)
            """;

    /** What is stored of a version of a warranty. */
    record Version(String work, LocalDate startsOn, @Nullable LocalDate untilOn, String organisation,
                   @Nullable String phone, boolean withdrawn, @Nullable String why) {
    }

    @SqlBatch("""
            INSERT INTO warranty (acceptance_id, work, starts_on, until_on, organisation, phone, withdrawn, why,
                                  recorder_id, recorder, recorded_at)
            VALUES (:acceptanceId, :v.work, :v.startsOn, :v.untilOn, :v.organisation, :v.phone, :v.withdrawn, :v.why,
                    :recorderId, :recorder, :recordedAt)""")
    void add(long acceptanceId, @BindMethods("v") List<Version> v, long recorderId, String recorder,
             OffsetDateTime recordedAt);

    /** Served by acceptance_by_project and warranty_by_acceptance. */
    @SqlQuery(JOINED + "WHERE a.project_id = :projectId AND " + Warranties.STANDING + " ORDER BY w.acceptance_id, w.id")
    List<Warranty> ofProject(long projectId);

    /** Of an acceptance that may have been corrected. */
    @SqlQuery(JOINED + "WHERE w.acceptance_id = :acceptanceId AND " + Warranties.NEWEST + " ORDER BY w.id")
    List<Warranty> ofAcceptance(long acceptanceId);

    @SqlQuery(JOINED + "WHERE w.id = :id AND " + Warranties.STANDING)
    Optional<Warranty> byId(long id);

    /**
     * What counts now of the work and place of a version. A place has one acceptance that counts at most, so corrections
     * need not be followed. Served by acceptance_by_project and warranty_by_acceptance.
     */
    @SqlQuery(JOINED + """
            WHERE a.project_id = (SELECT b.project_id
                                    FROM warranty o
                                    JOIN acceptance b ON b.id = o.acceptance_id
                                   WHERE o.id = :id)
              AND EXISTS (SELECT 1
                            FROM warranty o
                            JOIN acceptance b ON b.id = o.acceptance_id
                           WHERE o.id = :id AND o.work = w.work
                             AND COALESCE(b.place_id, -1) = COALESCE(a.place_id, -1))
              AND\s""" + Warranties.STANDING)
    Optional<Warranty> standing(long id);

    /** An acceptance that warranties hang on. */
    record Base(long projectId, LocalDate heldOn) {
    }

    @SqlQuery("""
            SELECT a.project_id, a.held_on
              FROM acceptance a
             WHERE a.id = :acceptanceId AND a.accepted
               AND NOT EXISTS (SELECT 1 FROM acceptance c WHERE c.corrects_id = a.id)""")
    @RegisterConstructorMapper(Base.class)
    Optional<Base> base(long acceptanceId);

    String ENDING = """
            WHERE (w.until_on BETWEEN CAST(:from AS DATE) AND CAST(:to AS DATE) OR w.until_on IS NULL AND CAST(:open AS BOOLEAN))
              AND (CAST(:project AS VARCHAR(32)) IS NULL OR p.code = :project)
              AND\s""" + Warranties.STANDING;

    /** Served by warranty_by_until. */
    @SqlQuery(JOINED + ENDING + """
             ORDER BY CASE WHEN w.until_on IS NULL THEN 1 ELSE 0 END, w.until_on, w.id
             LIMIT :limit OFFSET :offset""")
    List<Warranty> list(LocalDate from, LocalDate to, boolean open, @Nullable String project, int limit, int offset);

    @SqlQuery("""
            SELECT COUNT(*)
              FROM warranty w
              JOIN acceptance a ON a.id = w.acceptance_id
              JOIN project p    ON p.id = a.project_id
            """ + ENDING)
    int count(LocalDate from, LocalDate to, boolean open, @Nullable String project);

    @SqlUpdate("""
            INSERT INTO warranty_check (acceptance_id, work, checked_on, faultless, remark, checker_id, checker,
                                        recorded_at)
            VALUES (:acceptanceId, :work, :checkedOn, :faultless, :remark, :checkerId, :checker, :recordedAt)""")
    void check(long acceptanceId, String work, LocalDate checkedOn, boolean faultless, @Nullable String remark,
               long checkerId, String checker, OffsetDateTime recordedAt);
}
