package city.renewal.project.handover;

import city.renewal.base.Scan;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(HandoverPaper.class)
@RegisterConstructorMapper(HandoverPaperDao.Stored.class)
interface HandoverPaperDao {

    /** The records of a project that papers hang on, and the newest step of each paper. */
    String JOINED = """
              FROM handover_paper p
              LEFT JOIN acceptance a          ON a.id = p.acceptance_id
              LEFT JOIN handover h            ON h.id = p.handover_id
              LEFT JOIN handover_paper_step s ON s.id = (SELECT MAX(k.id)
                                                           FROM handover_paper_step k
                                                          WHERE k.paper_id = p.id)
            """;
    String LISTED = """
            SELECT p.id, p.acceptance_id, p.handover_id, p.title, p.file_name, p.scan_type, p.bytes, p.sha256,
                   p.putter, p.put_at, s.act, s.why, s.actor, s.taken_at
            """ + JOINED;

    /** Served by acceptance_by_project, handover_by_project and the papers' own indexes. */
    @SqlQuery(LISTED + """
             WHERE p.acceptance_id IN (SELECT id FROM acceptance WHERE project_id = :projectId)
                OR p.handover_id IN (SELECT id FROM handover WHERE project_id = :projectId)
             ORDER BY p.id""")
    List<HandoverPaper> ofProject(long projectId);

    /**
     * A paper with what decides who may do what.
     *
     * @param counts     whether its record does, which an acceptance that was corrected does not
     * @param copySha256 what residents are given, null while it is not open to them
     */
    record Stored(long id, long projectId, boolean openToPublic, boolean counts, String title, Scan scanType,
                  String sha256, HandoverPaper.@Nullable Act act, @Nullable String copySha256) {

        boolean open() {
            return act == HandoverPaper.Act.OPENED && counts && openToPublic;
        }
    }

    @SqlQuery("""
            SELECT p.id, j.id AS project_id, j.open_to_public,
                   CASE WHEN EXISTS (SELECT 1 FROM acceptance c WHERE c.corrects_id = p.acceptance_id) THEN FALSE
                        ELSE TRUE END AS counts,
                   p.title, p.scan_type, p.sha256, s.act, s.copy_sha256
            """ + JOINED + """
              JOIN project j ON j.id = COALESCE(a.project_id, h.project_id)
             WHERE p.id = :id""")
    Optional<Stored> byId(long id);

    @SqlQuery("SELECT project_id FROM acceptance WHERE id = :id")
    Optional<Long> projectOfAcceptance(long id);

    @SqlQuery("SELECT project_id FROM handover WHERE id = :id")
    Optional<Long> projectOfHandover(long id);

    /** Of one record, those that were not withdrawn. */
    @SqlQuery(LISTED + """
             WHERE (p.acceptance_id = :p.acceptanceId OR p.handover_id = :p.handoverId)
               AND COALESCE(s.act, '') <> 'WITHDRAWN'""")
    List<HandoverPaper> standing(@BindMethods("p") NewPaper p);

    @SqlUpdate("""
            INSERT INTO handover_paper (acceptance_id, handover_id, title, file_name, scan_type, bytes, sha256,
                                        putter_id, putter, put_at)
            VALUES (:p.acceptanceId, :p.handoverId, :p.title, :p.fileName, :scan, :bytes, :sha256,
                    :putterId, :putter, :putAt)""")
    @GetGeneratedKeys
    long add(@BindMethods("p") NewPaper p, Scan scan, long bytes, String sha256, long putterId, String putter,
             OffsetDateTime putAt);

    @SqlUpdate("""
            INSERT INTO handover_paper_step (paper_id, act, why, copy_sha256, actor_id, actor, taken_at)
            VALUES (:paperId, :act, :why, :copySha256, :actorId, :actor, :takenAt)""")
    void step(long paperId, HandoverPaper.Act act, @Nullable String why, @Nullable String copySha256, long actorId,
              String actor, OffsetDateTime takenAt);

    /** A file that must be there, and the paper that needs it. */
    record Needed(String sha256, long id, String project) {
    }

    @SqlQuery("""
            SELECT f.sha256, MIN(p.id) AS id, MIN(j.code) AS project
              FROM (SELECT id AS paper_id, sha256 FROM handover_paper
                    UNION
                    SELECT paper_id, copy_sha256 FROM handover_paper_step WHERE copy_sha256 IS NOT NULL) f
              JOIN handover_paper p  ON p.id = f.paper_id
              LEFT JOIN acceptance a ON a.id = p.acceptance_id
              LEFT JOIN handover h   ON h.id = p.handover_id
              JOIN project j         ON j.id = COALESCE(a.project_id, h.project_id)
             GROUP BY f.sha256
             ORDER BY f.sha256""")
    @RegisterConstructorMapper(Needed.class)
    List<Needed> needed();
}
