package city.renewal.programme.commitment;

import city.renewal.base.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Commitments: one joined statement for any number of them, with the projects that they are derived from. */
@RegisterConstructorMapper(Promise.class)
@RegisterConstructorMapper(FigureValue.class)
@RegisterConstructorMapper(OpenMatters.class)
interface CommitmentDao {

    /**
     * A commitment, once for each public project that counts for it, once without where none does.
     *
     * @param said        newest figure of its series, null without one; {@code reachedOn} the day of the first one that
     *                    reached the newest target, {@code firstReachedOn} the first target
     * @param projectId   null where no project counts
     * @param measured    the project's measure, null without one
     * @param planRevision null for a project without a plan
     */
    record Row(
            long id,
            int madeYear,
            int number,
            String name,
            @Nullable String nameEn,
            Basis basis,
            @Nullable String measure,
            @Nullable String series,
            String unit,
            String owner,
            String ownerRole,
            String phone,
            int revision,
            BigDecimal firstTarget,
            LocalDate firstDueOn,
            String firstAuthor,
            OffsetDateTime firstWrittenAt,
            int promiseNo,
            BigDecimal target,
            LocalDate dueOn,
            @Nullable String why,
            String author,
            OffsetDateTime writtenAt,
            @Nullable String withdrawnWhy,
            @Nullable String withdrawnBy,
            @Nullable OffsetDateTime withdrawnAt,
            @Nullable BigDecimal said,
            @Nullable LocalDate saidOn,
            @Nullable String saidBy,
            @Nullable LocalDate reachedOn,
            @Nullable LocalDate firstReachedOn,
            @Nullable Long projectId,
            @Nullable String projectCode,
            @Nullable String projectKind,
            @Nullable String projectName,
            @Nullable String projectNameEn,
            @Nullable String projectStage,
            @Nullable BigDecimal measured,
            @Nullable Long planRevision,
            @Nullable String supervisor) {
    }

    /** A project that counts or did. */
    record LinkRow(String code, String name, @Nullable String nameEn, OffsetDateTime linkedAt,
                   @Nullable String linkedWhy, @Nullable OffsetDateTime endedAt, @Nullable String endedWhy) {
    }

    record DelayRow(long projectId, String words, @Nullable String wordsEn, @Nullable String catchUp,
                    @Nullable String catchUpOwner, @Nullable LocalDate catchUpOn) {
    }

    record PhotoRow(long id, long projectId, String task, @Nullable String taskEn, @Nullable String place,
                    @Nullable String placeEn, LocalDate reportOn) {
    }

    @SqlQuery("""
            SELECT c.id, c.made_year, c.number, c.name, c.name_en, c.basis, c.measure, c.series, c.unit, c.owner,
                   c.owner_role, c.phone, c.revision,
                   f.target AS first_target, f.due_on AS first_due_on, f.author AS first_author,
                   f.written_at AS first_written_at,
                   n.promise_no, n.target, n.due_on, n.why, n.author, n.written_at,
                   w.why AS withdrawn_why, w.author AS withdrawn_by, w.withdrawn_at,
                   v.amount AS said, v.as_of AS said_on, v.source AS said_by,
                   (SELECT MIN(r.as_of) FROM figure_value r WHERE r.series = c.series AND r.amount >= n.target
                       AND NOT EXISTS (SELECT 1 FROM figure_value z
                                        WHERE z.series = r.series AND z.as_of = r.as_of AND z.id > r.id)) AS reached_on,
                   (SELECT MIN(r.as_of) FROM figure_value r WHERE r.series = c.series AND r.amount >= f.target
                       AND NOT EXISTS (SELECT 1 FROM figure_value z
                                        WHERE z.series = r.series AND z.as_of = r.as_of AND z.id > r.id))
                       AS first_reached_on,
                   p.id AS project_id, p.code AS project_code, p.kind AS project_kind, p.name AS project_name,
                   p.name_en AS project_name_en, p.stage AS project_stage, m.amount AS measured,
                   l.revision AS plan_revision, s.organisation AS supervisor
              FROM commitment c
              JOIN commitment_promise f ON f.commitment_id = c.id AND f.promise_no = 1
              JOIN commitment_promise n ON n.commitment_id = c.id
                                       AND n.promise_no = (SELECT MAX(o.promise_no)
                                                             FROM commitment_promise o
                                                            WHERE o.commitment_id = c.id)
              LEFT JOIN commitment_withdrawal w ON w.commitment_id = c.id
              LEFT JOIN figure_value v ON v.id = (SELECT MAX(u.id)
                                                    FROM figure_value u
                                                   WHERE u.series = c.series
                                                     AND u.as_of = (SELECT MAX(x.as_of)
                                                                      FROM figure_value x
                                                                     WHERE x.series = c.series))
              LEFT JOIN commitment_link k ON k.commitment_id = c.id AND k.ended_at IS NULL
              LEFT JOIN project p         ON p.id = k.project_id AND p.open_to_public = TRUE
              LEFT JOIN project_measure m ON m.project_id = p.id AND m.measure = c.measure
              LEFT JOIN plan l            ON l.project_id = p.id
              LEFT JOIN party s           ON s.id = (SELECT MIN(y.id)
                                                       FROM party y
                                                      WHERE y.project_id = p.id AND y.role = 'supervisor'
                                                     HAVING COUNT(*) = 1)
             WHERE c.made_year = :year AND (CAST(:number AS INTEGER) IS NULL OR c.number = :number)
             ORDER BY c.number, p.code""")
    @RegisterConstructorMapper(Row.class)
    List<Row> rows(int year, @Nullable Integer number);

    @SqlQuery("SELECT DISTINCT made_year FROM commitment ORDER BY made_year DESC")
    List<Integer> years();

    @SqlQuery("SELECT COALESCE(MAX(number), 0) FROM commitment WHERE made_year = :year")
    int lastNumber(int year);

    @SqlQuery("SELECT COUNT(*) > 0 FROM commitment WHERE made_year = :year AND number = :number")
    boolean taken(int year, int number);

    /** What is stored of a new commitment besides its promise and links. */
    record Added(int year, int number, String name, @Nullable String nameEn, Basis basis, @Nullable String measure,
                 @Nullable String series, String unit, String owner, String ownerRole, String phone) {
    }

    @SqlUpdate("""
            INSERT INTO commitment (made_year, number, name, name_en, basis, measure, series, unit, owner, owner_role,
                                    phone, revision)
            VALUES (:c.year, :c.number, :c.name, :c.nameEn, :c.basis, :c.measure, :c.series, :c.unit, :c.owner,
                    :c.ownerRole, :c.phone, 1)""")
    @GetGeneratedKeys
    long add(@BindMethods("c") Added c);

    /** Takes the lock under which a change is made. 0 when somebody else has changed it since. */
    @SqlUpdate("UPDATE commitment SET revision = revision + 1 WHERE id = :id AND revision = :seen")
    int nextRevision(long id, int seen);

    @SqlUpdate("""
            UPDATE commitment
               SET name = :name, name_en = :nameEn, owner = :owner, owner_role = :ownerRole, phone = :phone
             WHERE id = :id""")
    void correct(long id, String name, @Nullable String nameEn, String owner, String ownerRole, String phone);

    @SqlUpdate("""
            INSERT INTO commitment_promise (commitment_id, promise_no, target, due_on, why, author, written_at)
            VALUES (:id, :p.promiseNo, :p.target, :p.dueOn, :p.why, :p.author, :p.writtenAt)""")
    void addPromise(long id, @BindMethods("p") Promise p);

    @SqlUpdate("""
            INSERT INTO commitment_withdrawal (commitment_id, why, author, withdrawn_at)
            VALUES (:id, :w.why, :w.author, :w.withdrawnAt)""")
    void withdraw(long id, @BindMethods("w") Withdrawal w);

    @SqlQuery("""
            SELECT promise_no, target, due_on, why, author, written_at
              FROM commitment_promise
             WHERE commitment_id = :id
             ORDER BY promise_no""")
    List<Promise> promises(long id);

    @SqlBatch("""
            INSERT INTO commitment_link (commitment_id, project_id, linked_at, linked_why)
            VALUES (:id, :projectId, :now, :why)""")
    void link(long id, Collection<Long> projectId, OffsetDateTime now, @Nullable String why);

    @SqlUpdate("""
            UPDATE commitment_link
               SET ended_at = :now, ended_why = :why
             WHERE commitment_id = :id AND ended_at IS NULL AND project_id IN (<projectIds>)""")
    void endLinks(long id, @BindList Collection<Long> projectIds, OffsetDateTime now, String why);

    @SqlQuery("SELECT project_id FROM commitment_link WHERE commitment_id = :id AND ended_at IS NULL")
    List<Long> linked(long id);

    @SqlQuery("""
            SELECT p.code, p.name, p.name_en, k.linked_at, k.linked_why, k.ended_at, k.ended_why
              FROM commitment_link k
              JOIN project p ON p.id = k.project_id AND p.open_to_public = TRUE
             WHERE k.commitment_id = :id
             ORDER BY k.id""")
    @RegisterConstructorMapper(LinkRow.class)
    List<LinkRow> links(long id);

    @SqlUpdate("""
            INSERT INTO figure_value (series, amount, as_of, source, author, written_at, why)
            VALUES (:v.series, :v.amount, :v.asOf, :v.source, :v.author, :v.writtenAt, :v.why)""")
    void addValue(@BindMethods("v") FigureValue v);

    /**
     * @return the newest figure of the same day, null where there is none
     * @throws Refusal when there is one and no reason is given, or the other way round
     */
    default @Nullable FigureValue replaced(FigureValue by) {
        FigureValue there = values(by.series()).stream().filter(each -> each.asOf().equals(by.asOf())).findFirst()
                .orElse(null);
        if (there == null && by.why() != null) {
            throw new Refusal("commitment.correction.nothing");
        }
        if (there != null && by.why() == null) {
            throw new Refusal("commitment.correction.why");
        }
        return there;
    }

    @SqlQuery("""
            SELECT series, amount, as_of, source, author, written_at, why
              FROM figure_value
             WHERE series = :series
             ORDER BY as_of DESC, id DESC""")
    List<FigureValue> values(@Nullable String series);

    @SqlQuery("""
            SELECT series, amount, as_of, source, author, written_at, why
              FROM figure_value
             ORDER BY series, as_of DESC, id DESC""")
    List<FigureValue> allValues();

    /** The reason that the overview tells: the newest for the project, else for a task, of no stop that was withdrawn. */
    @SqlQuery("""
            SELECT d.project_id, d.words, d.words_en, d.catch_up, d.catch_up_owner, d.catch_up_on
              FROM delay_reason d
             WHERE d.project_id IN (<projectIds>)
               AND d.id = (SELECT COALESCE(MAX(CASE WHEN n.task_id IS NULL THEN n.id END), MAX(n.id))
                             FROM delay_reason n
                             LEFT JOIN stop_window_withdrawal x ON x.window_id = n.window_id
                            WHERE n.project_id = d.project_id AND x.window_id IS NULL)""")
    @RegisterConstructorMapper(DelayRow.class)
    List<DelayRow> delays(@BindList Collection<Long> projectIds);

    @SqlQuery("""
            SELECT p.id, r.project_id, COALESCE(t.public_name, t.name) AS task, t.name_en AS task_en,
                   l.name AS place, l.name_en AS place_en, r.report_on
              FROM photo p
              JOIN site_report r ON r.id = p.report_id
              JOIN task t        ON t.id = r.task_id
              LEFT JOIN place l  ON l.id = t.place_id
             WHERE p.id IN (SELECT MAX(n.id)
                              FROM photo n
                              JOIN site_report c ON c.id = n.report_id
                             WHERE c.project_id IN (<projectIds>) AND c.state = 'CONFIRMED' AND n.state = 'READY'
                             GROUP BY c.project_id)
             ORDER BY r.report_on DESC, p.id DESC""")
    @RegisterConstructorMapper(PhotoRow.class)
    List<PhotoRow> photos(@BindList Collection<Long> projectIds);

    /** Open matters by kind; one that repeats another is not counted twice. */
    @SqlQuery("""
            SELECT kind, COUNT(*) AS open, COUNT(*) FILTER (WHERE due_at < CAST(:now AS TIMESTAMP WITH TIME ZONE)) AS overdue
              FROM matter
             WHERE project_id IN (<projectIds>) AND merged_into IS NULL AND state IN ('RECEIVED', 'IN_WORK', 'REOPENED')
             GROUP BY kind
             ORDER BY kind""")
    List<OpenMatters> openMatters(@BindList Collection<Long> projectIds, OffsetDateTime now);
}
