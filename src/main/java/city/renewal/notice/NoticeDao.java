package city.renewal.notice;

import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(NoticeRow.class)
@RegisterConstructorMapper(NoticeVersion.class)
interface NoticeDao {

    /** Each notice once for each of its places, once for the whole project. */
    String NOTICES = """
            SELECT n.id, n.project_id, j.code AS project_code, j.name AS project_name, j.name_en AS project_name_en,
                   n.kind, n.reason, n.reason_en, n.contact, n.phone, n.task_id, n.revision,
                   f.starts_at AS first_starts_at, f.ends_at AS first_ends_at, f.daily AS first_daily,
                   f.written_at AS published_at,
                   COALESCE(b.starts_at, f.starts_at) AS before_starts_at,
                   COALESCE(b.ends_at, f.ends_at) AS before_ends_at, COALESCE(b.daily, f.daily) AS before_daily,
                   v.starts_at, v.ends_at, v.daily, v.cancelled, v.why, v.due_at, v.late, v.late_reason, v.permit,
                   v.written_at AS changed_at,
                   p.code AS place_code, p.name AS place_name, p.name_en AS place_name_en,
                   COALESCE(t.stairwell, 0) AS stairwell
              FROM notice n
              JOIN project j           ON j.id = n.project_id
              JOIN notice_version f      ON f.notice_id = n.id AND f.version_no = 1
              JOIN notice_version v      ON v.notice_id = n.id AND v.version_no = n.revision
              LEFT JOIN notice_version b ON b.notice_id = n.id AND b.version_no = n.revision - 1
              LEFT JOIN notice_place t   ON t.notice_id = n.id
              LEFT JOIN place p          ON p.id = t.place_id
            """;
    String IN_ORDER = " ORDER BY v.starts_at, n.id, p.id, t.stairwell";

    @SqlQuery(NOTICES + "WHERE n.id = :id" + IN_ORDER)
    List<NoticeRow> find(long id);

    @SqlQuery(NOTICES + "WHERE n.project_id = :projectId AND v.ends_at > :now" + IN_ORDER)
    List<NoticeRow> notOver(long projectId, OffsetDateTime now);

    /** Those that hold between the moments, or held by what was first published. */
    @SqlQuery(NOTICES + """
            WHERE (v.starts_at < :to AND v.ends_at > :from OR f.starts_at < :to AND f.ends_at > :from)
              AND (CAST(:project AS VARCHAR(32)) IS NULL OR j.code = :project)""" + IN_ORDER)
    List<NoticeRow> between(OffsetDateTime from, OffsetDateTime to, @Nullable String project);

    @SqlQuery("""
            SELECT version_no, starts_at, ends_at, daily, cancelled, why, due_at, late, late_reason, permit, author,
                   written_at
              FROM notice_version
             WHERE notice_id = :noticeId
             ORDER BY version_no""")
    List<NoticeVersion> versions(long noticeId);

    @SqlUpdate("""
            INSERT INTO notice (project_id, kind, reason, reason_en, contact, phone, task_id, revision)
            VALUES (:projectId, :n.kind, :n.reason, :n.reasonEn, :n.contact, :n.phone, :n.taskId, 1)""")
    @GetGeneratedKeys
    long add(long projectId, @BindMethods("n") NewNotice n);

    @SqlBatch("""
            INSERT INTO notice_place (notice_id, place_id, stairwell)
            VALUES (:noticeId, :placeId, :stairwell)""")
    void addPlaces(long noticeId, List<Long> placeId, List<Integer> stairwell);

    /** Takes the lock under which a version is added. 0 when somebody else has added one since. */
    @SqlUpdate("UPDATE notice SET revision = revision + 1 WHERE id = :id AND revision = :seen")
    int nextRevision(long id, int seen);

    @SqlUpdate("""
            INSERT INTO notice_version (notice_id, version_no, starts_at, ends_at, daily, cancelled, why, due_at, late,
                                        late_reason, permit, author, written_at)
            VALUES (:noticeId, :v.versionNo, :v.startsAt, :v.endsAt, :v.daily, :v.cancelled, :v.why, :v.dueAt, :v.late,
                    :v.lateReason, :v.permit, :v.author, :v.writtenAt)""")
    void addVersion(long noticeId, @BindMethods("v") NoticeVersion v);
}
