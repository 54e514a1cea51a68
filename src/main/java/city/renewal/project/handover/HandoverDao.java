package city.renewal.project.handover;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(HandoverDao.Row.class)
@RegisterConstructorMapper(HandoverDao.Member.class)
@RegisterConstructorMapper(HandoverDao.Open.class)
@RegisterConstructorMapper(HandoverDao.Standing.class)
@RegisterConstructorMapper(Handover.class)
interface HandoverDao {

    /** Keeps others who record for the project waiting until the transaction ends. */
    @SqlUpdate("UPDATE project SET code = code WHERE id = :projectId")
    int lockProject(long projectId);

    @SqlQuery("SELECT COUNT(*) > 0 FROM place WHERE id = :placeId AND project_id = :projectId")
    boolean hasPlace(long projectId, long placeId);

    @SqlUpdate("""
            INSERT INTO acceptance (project_id, place_id, held_on, accepted, residents, remark, corrects_id, why,
                                    recorder_id, recorder, recorded_at)
            VALUES (:a.projectId, :a.placeId, :a.heldOn, :a.accepted, :a.residents, :a.remark, :a.corrects, :a.why,
                    :recorderId, :recorder, :recordedAt)""")
    @GetGeneratedKeys
    long add(@BindMethods("a") NewAcceptance a, long recorderId, String recorder, OffsetDateTime recordedAt);

    @SqlBatch("""
            INSERT INTO acceptance_member (acceptance_id, number, role, organisation)
            VALUES (:acceptanceId, :number, :m.role, :m.organisation)""")
    void addMembers(long acceptanceId, List<Integer> number, @BindMethods("m") List<AcceptanceMember> m);

    @SqlBatch("""
            INSERT INTO acceptance_open (acceptance_id, kind, subject_id, name, name_en)
            VALUES (:acceptanceId, :o.kind, :o.id, :o.name, :o.nameEn)""")
    void addOpen(long acceptanceId, @BindMethods("o") List<OpenItem> o);

    /** An acceptance that was not corrected. */
    record Standing(long id, LocalDate heldOn, boolean accepted) {
    }

    @SqlQuery("""
            SELECT a.id, a.held_on, a.accepted
              FROM acceptance a
             WHERE a.project_id = :projectId
               AND (a.place_id = :placeId OR a.place_id IS NULL AND CAST(:placeId AS BIGINT) IS NULL)
               AND NOT EXISTS (SELECT 1 FROM acceptance c WHERE c.corrects_id = a.id)
             ORDER BY a.id""")
    List<Standing> standing(long projectId, @Nullable Long placeId);

    /** An acceptance without its parts. */
    record Row(long id, @Nullable Long placeId, @Nullable String placeName, @Nullable String placeNameEn,
               LocalDate heldOn, boolean accepted, int residents, @Nullable String remark, @Nullable Long correctsId,
               @Nullable String why, boolean corrected, String recorder, OffsetDateTime recordedAt) {
    }

    @SqlQuery("""
            SELECT a.id, a.place_id, l.name AS place_name, l.name_en AS place_name_en, a.held_on, a.accepted,
                   a.residents, a.remark, a.corrects_id, a.why,
                   CASE WHEN c.id IS NULL THEN FALSE ELSE TRUE END AS corrected, a.recorder, a.recorded_at
              FROM acceptance a
              LEFT JOIN place l      ON l.id = a.place_id
              LEFT JOIN acceptance c ON c.corrects_id = a.id
             WHERE a.project_id = :projectId
             ORDER BY a.id DESC""")
    List<Row> acceptances(long projectId);

    record Member(long acceptanceId, String role, String organisation) {
    }

    @SqlQuery("""
            SELECT m.acceptance_id, m.role, m.organisation
              FROM acceptance_member m
              JOIN acceptance a ON a.id = m.acceptance_id
             WHERE a.project_id = :projectId
             ORDER BY m.acceptance_id, m.number""")
    List<Member> members(long projectId);

    record Open(long acceptanceId, OpenItem.Kind kind, long subjectId, String name, @Nullable String nameEn) {

        OpenItem item() {
            return new OpenItem(kind, subjectId, name, nameEn, null, null);
        }
    }

    @SqlQuery("""
            SELECT o.acceptance_id, o.kind, o.subject_id, o.name, o.name_en
              FROM acceptance_open o
              JOIN acceptance a ON a.id = o.acceptance_id
             WHERE a.project_id = :projectId
             ORDER BY o.acceptance_id, o.kind, o.subject_id""")
    List<Open> open(long projectId);

    @SqlUpdate("""
            INSERT INTO handover (project_id, place_id, handed_on, receiver, organisation, phone, remark, recorder_id,
                                  recorder, recorded_at)
            VALUES (:h.projectId, :h.placeId, :h.handedOn, :h.receiver, :h.organisation, :h.phone, :h.remark,
                    :recorderId, :recorder, :recordedAt)""")
    void handOver(@BindMethods("h") NewHandover h, long recorderId, String recorder, OffsetDateTime recordedAt);

    @SqlQuery("""
            SELECT h.id, h.place_id, l.name AS place_name, l.name_en AS place_name_en, h.handed_on, h.receiver,
                   h.organisation, h.phone, h.remark, h.recorder, h.recorded_at
              FROM handover h
              LEFT JOIN place l ON l.id = h.place_id
             WHERE h.project_id = :projectId
             ORDER BY h.id DESC""")
    List<Handover> handovers(long projectId);
}
