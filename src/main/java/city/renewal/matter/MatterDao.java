package city.renewal.matter;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(StoredMatter.class)
@RegisterConstructorMapper(MatterStep.class)
@RegisterConstructorMapper(WallEntry.class)
interface MatterDao {

    String STORED = """
            SELECT id, number, key_hash, kind, project_id, place_id, worker_id, state, received_at, answer_by,
                   answered_at, phone_sealed, published_at, merged_into, rating, version
              FROM matter
            """;

    /** What is stored of a new matter. */
    record Added(String number, String keyHash, String kind, long projectId, @Nullable Long placeId,
                 @Nullable String stairwell, String report, @Nullable String reportSealed,
                 @Nullable String phoneSealed, @Nullable Long gridId, @Nullable Long workerId,
                 OffsetDateTime receivedAt, OffsetDateTime answerBy, OffsetDateTime dueAt) {
    }

    @SqlUpdate("""
            INSERT INTO matter (number, key_hash, kind, project_id, place_id, stairwell, report, report_sealed,
                                phone_sealed, grid_id, worker_id, state, received_at, answer_by, due_at, version)
            VALUES (:m.number, :m.keyHash, :m.kind, :m.projectId, :m.placeId, :m.stairwell, :m.report, :m.reportSealed,
                    :m.phoneSealed, :m.gridId, :m.workerId, 'RECEIVED', :m.receivedAt, :m.answerBy, :m.dueAt, 1)""")
    @GetGeneratedKeys
    long add(@BindMethods("m") Added m);

    @SqlUpdate("""
            INSERT INTO matter_photo (matter_id, sha256, content_type)
            VALUES (:matterId, :sha256, :contentType)""")
    void addPhoto(long matterId, String sha256, String contentType);

    @SqlUpdate("""
            INSERT INTO matter_step (matter_id, act, actor, taken_at, remark, shown)
            VALUES (:matterId, :s.act, :s.actor, :s.takenAt, :s.remark, :s.shown)""")
    void addStep(long matterId, @BindMethods("s") MatterStep s);

    @SqlUpdate("UPDATE matter SET report_sealed = :sealed, version = version + 1 WHERE id = :id")
    void sealReport(long id, String sealed);

    @SqlQuery("SELECT id FROM matter WHERE unsealed")
    List<Long> unsealed();

    /** Says that what it has in numbers is sealed. */
    @SqlUpdate("UPDATE matter SET unsealed = FALSE WHERE id = :id")
    void sealed(long id);

    @SqlUpdate("UPDATE matter SET report = :report WHERE id = :id")
    void setReport(long id, String report);

    /** What somebody wrote of a matter was not there when it was forgotten. */
    @SqlUpdate("UPDATE matter SET forgotten_at = NULL WHERE id = :id AND forgotten_at IS NOT NULL")
    void written(long id);

    @SqlQuery("SELECT COUNT(*) > 0 FROM matter WHERE number = :number")
    boolean taken(String number);

    @SqlQuery(STORED + "WHERE number = :number")
    Optional<StoredMatter> byNumber(String number);

    @SqlQuery(STORED + "WHERE id = :id")
    StoredMatter byId(long id);

    @SqlUpdate("""
            UPDATE matter
               SET state = 'IN_WORK', worker_id = :workerId, due_at = answer_by, version = version + 1
             WHERE id = :id AND version = :version""")
    int take(long id, int version, long workerId);

    @SqlUpdate("""
            UPDATE matter
               SET state = 'ANSWERED', answer = :answer, answered_at = :now, due_at = NULL, version = version + 1
             WHERE id = :id AND version = :version""")
    int answer(long id, int version, String answer, OffsetDateTime now);

    @SqlUpdate("""
            UPDATE matter
               SET worker_id = :workerId, version = version + 1
             WHERE id = :id AND version = :version""")
    int handOver(long id, int version, long workerId);

    @SqlUpdate("UPDATE matter SET version = version + 1 WHERE id = :id AND version = :version")
    int touch(long id, int version);

    @SqlUpdate("""
            UPDATE matter
               SET merged_into = :into, due_at = NULL, public_report = NULL, public_answer = NULL, published_at = NULL,
                   version = version + 1
             WHERE id = :id AND version = :version""")
    int merge(long id, int version, long into);

    /** Those that repeat a matter repeat from now on the one that it repeats itself. */
    @SqlUpdate("UPDATE matter SET merged_into = :into, version = version + 1 WHERE merged_into = :id")
    void mergeThoseOf(long id, long into);

    /** What was rated was the answer of the other. */
    @SqlUpdate("""
            UPDATE matter
               SET merged_into = NULL, rating = NULL, version = version + 1,
                   due_at = CASE WHEN state IN ('ANSWERED', 'CLOSED') THEN NULL ELSE answer_by END
             WHERE id = :id AND version = :version""")
    int part(long id, int version);

    @SqlUpdate("""
            UPDATE matter
               SET state = 'REOPENED', answer_by = :answerBy, due_at = :dueAt, closed_at = NULL, public_report = NULL,
                   public_answer = NULL, published_at = NULL, forgotten_at = NULL, version = version + 1
             WHERE id = :id AND version = :version""")
    int reopen(long id, int version, OffsetDateTime answerBy, OffsetDateTime dueAt);

    /** Of a matter and those that repeat it, because its answer no longer stands. */
    @SqlUpdate("""
            UPDATE matter
               SET rating = NULL, version = version + 1
             WHERE (id = :id OR merged_into = :id) AND rating IS NOT NULL""")
    void forgetRatings(long id);

    @SqlUpdate("""
            UPDATE matter
               SET rating = :rating, version = version + 1
             WHERE id = :id AND version = :version""")
    int rate(long id, int version, int rating);

    @SqlUpdate("""
            UPDATE matter
               SET state = 'CLOSED', closed_at = :now, due_at = NULL, version = version + 1
             WHERE id = :id AND state = 'ANSWERED'""")
    int close(long id, OffsetDateTime now);

    @SqlUpdate("""
            UPDATE matter
               SET public_report = :report, public_answer = :answer, published_at = :now, version = version + 1
             WHERE id = :id AND version = :version""")
    int publish(long id, int version, @Nullable String report, @Nullable String answer, @Nullable OffsetDateTime now);

    @SqlQuery("SELECT id FROM matter WHERE state = 'ANSWERED' AND merged_into IS NULL AND answered_at < :before")
    List<Long> answeredBefore(OffsetDateTime before);

    /**
     * Whose numbers and photos are to be forgotten; one that was merged ends with the matter it repeats. Served by
     * matter_by_forgotten.
     */
    @SqlQuery("""
            SELECT m.id
              FROM matter m
              LEFT JOIN matter o ON o.id = m.merged_into
             WHERE m.forgotten_at IS NULL
               AND COALESCE(o.state, m.state) = 'CLOSED' AND COALESCE(o.closed_at, m.closed_at) < :before""")
    List<Long> privateBefore(OffsetDateTime before);

    @SqlUpdate("""
            UPDATE matter
               SET phone_sealed = NULL, report_sealed = NULL, report = :t.report, answer = :t.answer,
                   public_report = :t.publicReport, public_answer = :t.publicAnswer, unsealed = FALSE,
                   forgotten_at = :now, version = version + 1
             WHERE id = :id""")
    void forgetNumbers(long id, @BindMethods("t") Texts t, OffsetDateTime now);

    /** @return how many there were */
    @SqlUpdate("DELETE FROM matter_photo WHERE matter_id = :id")
    int forgetPhotos(long id);

    /** What a person wrote. */
    record Remark(long id, MatterAct act, String remark) {
    }

    @SqlQuery("SELECT id, act, remark FROM matter_step WHERE matter_id = :matterId AND remark IS NOT NULL ORDER BY id")
    @RegisterConstructorMapper(Remark.class)
    List<Remark> remarks(long matterId);

    @SqlUpdate("UPDATE matter_step SET remark = :remark WHERE id = :id")
    void setRemark(long id, String remark);

    /** What was written of a mediation. */
    record Minute(long id, String remark) {
    }

    @SqlQuery("SELECT id, remark FROM mediation WHERE matter_id = :matterId")
    @RegisterConstructorMapper(Minute.class)
    List<Minute> minutes(long matterId);

    @SqlUpdate("UPDATE mediation SET remark = :remark WHERE id = :id")
    void setMinute(long id, String remark);

    @SqlQuery("""
            SELECT act, actor, taken_at, remark, shown, day_on
              FROM matter_step
             WHERE matter_id = :matterId
             ORDER BY id""")
    List<MatterStep> steps(long matterId);

    /** What is read of one matter beside its line. */
    record Texts(String report, @Nullable String reportSealed, @Nullable String answer, @Nullable String publicReport,
                 @Nullable String publicAnswer) {

        /** @return without what is sealed, and with numbers masked */
        Texts masked() {
            return new Texts(MatterTexts.masked(report), null, maskedOrNull(answer), maskedOrNull(publicReport),
                    maskedOrNull(publicAnswer));
        }

        private static @Nullable String maskedOrNull(@Nullable String text) {
            return text == null ? null : MatterTexts.masked(text);
        }
    }

    @SqlQuery("SELECT report, report_sealed, answer, public_report, public_answer FROM matter WHERE id = :id")
    @RegisterConstructorMapper(Texts.class)
    Texts texts(long id);

    /** Those of the resident. */
    @SqlQuery("SELECT id FROM matter_photo WHERE matter_id = :matterId AND step_id IS NULL ORDER BY id")
    List<Long> photos(long matterId);

    /** A photo's file, and whose it is. */
    record PhotoFile(String sha256, String contentType, String number, @Nullable Long workerId, boolean firms) {
    }

    @SqlQuery("""
            SELECT p.sha256, p.content_type, m.number, m.worker_id, p.step_id IS NOT NULL AS firms
              FROM matter_photo p
              JOIN matter m ON m.id = p.matter_id
             WHERE p.id = :id""")
    @RegisterConstructorMapper(PhotoFile.class)
    Optional<PhotoFile> photo(long id);

    @SqlQuery("SELECT number FROM matter WHERE merged_into = :id ORDER BY id")
    List<String> duplicates(long id);

    @SqlUpdate("""
            INSERT INTO mediation (matter_id, kind, held_on, remark, written_by, written_at)
            VALUES (:matterId, :m.kind, :m.heldOn, :m.remark, :m.writtenBy, :m.writtenAt)""")
    void addMediation(long matterId, @BindMethods("m") Mediation m);

    @SqlQuery("""
            SELECT kind, held_on, remark, written_by, written_at
              FROM mediation
             WHERE matter_id = :matterId
             ORDER BY held_on, id""")
    @RegisterConstructorMapper(Mediation.class)
    List<Mediation> mediations(long matterId);

    @SqlQuery("""
            SELECT m.kind, p.code AS project_code, p.name AS project_name, p.name_en AS project_name_en,
                   m.public_report, m.public_answer, m.received_at, m.answered_at,
                   1 + (SELECT COUNT(*) FROM matter d WHERE d.merged_into = m.id) AS households
              FROM matter m
              JOIN project p ON p.id = m.project_id
             WHERE m.published_at IS NOT NULL AND p.open_to_public
               AND (CAST(:project AS VARCHAR(32)) IS NULL OR p.code = :project)
             ORDER BY m.published_at DESC, m.id DESC
             LIMIT :limit OFFSET :offset""")
    List<WallEntry> wall(@Nullable String project, int limit, int offset);
}
