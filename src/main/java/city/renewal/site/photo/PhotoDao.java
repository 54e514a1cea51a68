package city.renewal.site.photo;

import city.renewal.site.ReportState;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(Photo.class)
@RegisterConstructorMapper(PhotoMatch.class)
@RegisterConstructorMapper(PublicPhoto.class)
interface PhotoDao {

    String JOINED = """
            SELECT p.id, p.report_id, p.finding_step_id AS step_id, p.sha256, p.content_type, p.byte_count, p.width,
                   p.height, p.taken_at, p.latitude, p.longitude, p.device, p.stage, p.state,
                   COALESCE(r.report_on, s.taken_on) AS report_on, j.latitude AS site_latitude,
                   j.longitude AS site_longitude, j.datum AS site_datum, j.reach_metres AS site_reach_metres
              FROM photo p
              LEFT JOIN site_report r  ON r.id = p.report_id
              LEFT JOIN finding_step s ON s.id = p.finding_step_id
              LEFT JOIN finding f      ON f.id = s.finding_id
              JOIN project j           ON j.id = COALESCE(r.project_id, f.project_id)
            """;

    /** Holds the report until the transaction ends, so that it is not decided while a photo is added. */
    @SqlUpdate("UPDATE site_report SET state = 'SUBMITTED' WHERE id = :reportId AND state = 'SUBMITTED'")
    int lockWaiting(long reportId);

    @SqlUpdate("""
            INSERT INTO photo (report_id, finding_step_id, sha256, content_type, byte_count, width, height, taken_at,
                               latitude, longitude, device, stage, state, uploaded_by, uploaded_at)
            VALUES (:reportId, :stepId, :p.sha256, :contentType, :p.byteCount, :p.width, :p.height, :e.takenAt,
                    :e.latitude, :e.longitude, :e.device, :stage, 'RECEIVED', :uploadedBy, :uploadedAt)""")
    @GetGeneratedKeys
    long add(@Nullable Long reportId, @Nullable Long stepId, @BindMethods("p") ReceivedPhoto p,
             @BindMethods("e") Evidence e, String contentType, PhotoStage stage, long uploadedBy,
             OffsetDateTime uploadedAt);

    @SqlQuery(JOINED + "WHERE p.id = :id")
    Optional<Photo> byId(long id);

    @SqlQuery(JOINED + "WHERE p.report_id = :reportId AND p.sha256 = :sha256")
    Optional<Photo> inReport(long reportId, String sha256);

    @SqlQuery("SELECT COUNT(*) FROM photo WHERE report_id = :reportId")
    int countInReport(long reportId);

    @SqlQuery(JOINED + "WHERE p.report_id IN (<reportIds>) ORDER BY p.id")
    List<Photo> ofReports(@BindList Collection<Long> reportIds);

    @SqlQuery(JOINED + "WHERE s.finding_id = :findingId ORDER BY p.id")
    List<Photo> ofFinding(long findingId);

    String MATCHES = """
            SELECT m.photo_id, m.other_id, m.same_bytes, m.distance, r.id AS other_report_id,
                   f.id AS other_finding_id, COALESCE(r.report_on, s.taken_on) AS other_on, t.id AS other_task_id,
                   COALESCE(t.public_name, t.name) AS other_task_name, t.name_en AS other_task_name_en,
                   j.name AS other_project_name, j.name_en AS other_project_name_en
              FROM (SELECT photo_id, other_id, same_bytes, distance
                      FROM photo_match
                     UNION ALL
                    SELECT other_id, photo_id, same_bytes, distance
                      FROM photo_match) m
              JOIN photo p             ON p.id = m.photo_id
              JOIN photo o             ON o.id = m.other_id
              LEFT JOIN site_report r  ON r.id = o.report_id
              LEFT JOIN finding_step s ON s.id = o.finding_step_id
              LEFT JOIN finding f      ON f.id = s.finding_id
              LEFT JOIN task t         ON t.id = COALESCE(r.task_id, f.task_id)
              JOIN project j           ON j.id = COALESCE(r.project_id, f.project_id)
            """;

    @SqlQuery(MATCHES + "WHERE p.report_id IN (<reportIds>) ORDER BY m.photo_id, m.distance, m.other_id")
    List<PhotoMatch> matches(@BindList Collection<Long> reportIds);

    @SqlQuery(MATCHES + """
            WHERE p.finding_step_id IN (SELECT id FROM finding_step WHERE finding_id = :findingId)
            ORDER BY m.photo_id, m.distance, m.other_id""")
    List<PhotoMatch> matchesOfFinding(long findingId);

    @SqlQuery("""
            SELECT p.id, p.report_id, p.stage
              FROM photo p
              JOIN site_report r ON r.id = p.report_id
             WHERE p.report_id IN (<reportIds>) AND r.state = 'CONFIRMED' AND p.state = 'READY'
             ORDER BY p.id""")
    List<PublicPhoto> confirmedOf(@BindList Collection<Long> reportIds);

    /** One photo of a place and stage; the task stands for a place where it has none. */
    record OfPlace(@Nullable Long placeId, @Nullable Long taskId, String name, @Nullable String nameEn, long id,
                   PhotoStage stage, LocalDate reportOn) {
    }

    /** The first photo of a place before the work, and the last one during and after it. */
    @SqlQuery("""
            SELECT g.place_id, g.task_id, COALESCE(l.name, t.public_name, t.name) AS name,
                   CASE WHEN l.id IS NULL THEN t.name_en ELSE l.name_en END AS name_en, p.id, p.stage, r.report_on
              FROM (SELECT w.place_id, CASE WHEN w.place_id IS NULL THEN w.id END AS task_id, q.stage,
                           MIN(q.id) AS first_id, MAX(q.id) AS last_id
                      FROM site_report o
                      JOIN photo q ON q.report_id = o.id AND q.state = 'READY'
                      JOIN task w  ON w.id = o.task_id
                     WHERE o.project_id = :projectId AND o.state IN (<states>)
                     GROUP BY w.place_id, CASE WHEN w.place_id IS NULL THEN w.id END, q.stage) g
              JOIN photo p       ON p.id = CASE WHEN g.stage = 'BEFORE' THEN g.first_id ELSE g.last_id END
              JOIN site_report r ON r.id = p.report_id
              JOIN task t        ON t.id = r.task_id
              LEFT JOIN place l  ON l.id = g.place_id
             ORDER BY CASE WHEN g.place_id IS NULL THEN 1 ELSE 0 END, g.place_id, g.task_id, p.id""")
    @RegisterConstructorMapper(OfPlace.class)
    List<OfPlace> ofPlaces(long projectId, @BindList Collection<ReportState> states);

    /** @return whether the photo belongs to a confirmed report of a project that is open to the public */
    @SqlQuery("""
            SELECT COUNT(*) > 0
              FROM photo p
              JOIN site_report r ON r.id = p.report_id
              JOIN project j     ON j.id = r.project_id
             WHERE p.id = :id AND r.state = 'CONFIRMED' AND j.open_to_public""")
    boolean open(long id);

    /** What the worker needs to know of a photo. */
    record Work(
            long id,
            String sha256,
            String contentType,
            @Nullable OffsetDateTime takenAt,
            LocalDate reportOn,
            long projectId,
            String projectName,
            boolean demonstration,
            @Nullable Long findingId,
            @Nullable Long taskId,
            @Nullable String taskName,
            @Nullable String placeName) {
    }

    @SqlQuery("""
            SELECT p.id, p.sha256, p.content_type, p.taken_at, COALESCE(r.report_on, s.taken_on) AS report_on,
                   j.id AS project_id, j.name AS project_name, j.demonstration, f.id AS finding_id, t.id AS task_id,
                   COALESCE(t.public_name, t.name) AS task_name, l.name AS place_name
              FROM photo p
              LEFT JOIN site_report r  ON r.id = p.report_id
              LEFT JOIN finding_step s ON s.id = p.finding_step_id
              LEFT JOIN finding f      ON f.id = s.finding_id
              JOIN project j           ON j.id = COALESCE(r.project_id, f.project_id)
              LEFT JOIN task t         ON t.id = COALESCE(r.task_id, f.task_id)
              LEFT JOIN place l        ON l.id = COALESCE(f.place_id, t.place_id)
             WHERE p.state = 'RECEIVED' AND p.id > :after
             ORDER BY p.id
             LIMIT 1""")
    @RegisterConstructorMapper(Work.class)
    Optional<Work> nextReceived(long after);

    @SqlUpdate("UPDATE photo SET state = :state, perceptual_hash = :hash WHERE id = :id")
    void finish(long id, PhotoState state, @Nullable Long hash);

    @SqlUpdate("UPDATE photo SET state = 'RECEIVED' WHERE id = :id AND state = 'READY'")
    void askAnew(long id);

    /** One byte of a perceptual hash. */
    record Band(int band, int bits) {
    }

    @SqlUpdate("DELETE FROM photo_band WHERE photo_id = :photoId")
    void removeBands(long photoId);

    @SqlBatch("INSERT INTO photo_band (band, bits, photo_id) VALUES (:b.band, :b.bits, :photoId)")
    void addBands(long photoId, @BindMethods("b") List<Band> bands);

    /** A photo of another report or step that may be the same. */
    record Candidate(long id, String sha256, @Nullable Long perceptualHash) {
    }

    @SqlQuery("""
            SELECT o.id, o.sha256, o.perceptual_hash
              FROM photo p
              JOIN photo o ON o.sha256 = p.sha256
             WHERE p.id = :photoId AND (o.report_id IS DISTINCT FROM p.report_id
                                        OR o.finding_step_id IS DISTINCT FROM p.finding_step_id)
             UNION
            SELECT o.id, o.sha256, o.perceptual_hash
              FROM photo p
              JOIN photo_band b ON b.photo_id = p.id
              JOIN photo_band c ON c.band = b.band AND c.bits = b.bits
              JOIN photo o      ON o.id = c.photo_id
             WHERE p.id = :photoId AND (o.report_id IS DISTINCT FROM p.report_id
                                        OR o.finding_step_id IS DISTINCT FROM p.finding_step_id)""")
    @RegisterConstructorMapper(Candidate.class)
    List<Candidate> candidates(long photoId);

    @SqlUpdate("DELETE FROM photo_match WHERE photo_id = :photoId OR other_id = :photoId")
    void removeMatches(long photoId);

    /** Two photos that are the same or nearly so. */
    record Match(long otherId, boolean sameBytes, int distance) {
    }

    @SqlBatch("""
            INSERT INTO photo_match (photo_id, other_id, same_bytes, distance)
            VALUES (:photoId, :m.otherId, :m.sameBytes, :m.distance)""")
    void addMatches(long photoId, @BindMethods("m") List<Match> matches);

    /** A file that must be there, and one of the photos that need it. */
    record Needed(String sha256, long id, String project) {
    }

    @SqlQuery("""
            SELECT p.sha256, MIN(p.id) AS id, MIN(j.code) AS project
              FROM photo p
              LEFT JOIN site_report r  ON r.id = p.report_id
              LEFT JOIN finding_step s ON s.id = p.finding_step_id
              LEFT JOIN finding f      ON f.id = s.finding_id
              JOIN project j           ON j.id = COALESCE(r.project_id, f.project_id)
             GROUP BY p.sha256
             ORDER BY 2""")
    @RegisterConstructorMapper(Needed.class)
    List<Needed> needed();
}
