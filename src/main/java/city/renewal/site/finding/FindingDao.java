package city.renewal.site.finding;

import city.renewal.account.Role;
import city.renewal.project.ProjectPeople;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(SiteFinding.class)
@RegisterConstructorMapper(FindingStep.class)
@RegisterConstructorMapper(FindingTask.class)
@RegisterConstructorMapper(FindingCount.class)
interface FindingDao {

    String JOINED = """
            SELECT f.id, f.project_id, j.code AS project_code, j.name AS project_name, j.name_en AS project_name_en,
                   f.kind, f.severity, f.what, f.place_id, l.name AS place_name, l.name_en AS place_name_en,
                   f.task_id, COALESCE(t.public_name, t.name) AS task_name, t.name_en AS task_name_en, f.state,
                   f.party_id, y.role AS party_role, y.organisation, f.due_on, f.manager_on, f.officer_on, f.steps,
                   r.actor AS raised_by, r.taken_on AS raised_on, n.taken_on AS changed_on
              FROM finding f
              JOIN project j      ON j.id = f.project_id
              JOIN finding_step r ON r.finding_id = f.id AND r.number = 1
              JOIN finding_step n ON n.finding_id = f.id AND n.number = f.steps
              LEFT JOIN place l   ON l.id = f.place_id
              LEFT JOIN task t    ON t.id = f.task_id
              LEFT JOIN party y   ON y.id = f.party_id
            """;

    /** In these states, and risen this far by a day; a due date has passed by the day after. */
    String RISEN = """
            WHERE f.state IN (<states>)
              AND (CAST(:level AS INTEGER) = 0
                   OR f.state IN ('RAISED', 'ASSIGNED')
                      AND CASE CAST(:level AS INTEGER)
                               WHEN 1 THEN f.due_on
                               WHEN 2 THEN f.manager_on
                               ELSE f.officer_on
                          END <= CAST(:by AS DATE))
            """;

    String ASKED_FOR = RISEN + """
              AND (CAST(:projectCode AS VARCHAR(32)) IS NULL OR j.code = :projectCode)
              AND (CAST(:kind AS VARCHAR(16)) IS NULL OR f.kind = :kind)
              AND (CAST(:organisation AS VARCHAR(256)) IS NULL OR y.organisation = :organisation)
            """;

    /** Keeps others who raise a finding of the project waiting until the transaction ends. */
    @SqlUpdate("UPDATE project SET code = code WHERE id = :projectId")
    int lockProject(long projectId);

    /** Keeps others who take a step waiting until the transaction ends. */
    @SqlUpdate("UPDATE finding SET state = state WHERE id = :id")
    int lock(long id);

    @SqlUpdate("""
            INSERT INTO finding (project_id, kind, severity, what, place_id, task_id, state, party_id, due_on,
                                 manager_on, officer_on, steps)
            VALUES (:f.projectId, :f.kind, :f.severity, :f.what, :f.placeId, :f.taskId, :state, :f.partyId, :dueOn,
                    :managerOn, :officerOn, 1)""")
    @GetGeneratedKeys
    long add(@BindMethods("f") NewFinding f, FindingState state, LocalDate dueOn, LocalDate managerOn,
             LocalDate officerOn);

    @SqlUpdate("""
            UPDATE finding
               SET state = :state, party_id = :partyId, due_on = :dueOn, manager_on = :managerOn,
                   officer_on = :officerOn, steps = steps + 1
             WHERE id = :id""")
    void set(long id, FindingState state, @Nullable Long partyId, LocalDate dueOn, LocalDate managerOn,
             LocalDate officerOn);

    @SqlUpdate("""
            INSERT INTO finding_step (finding_id, number, act, actor_id, actor, taken_at, taken_on, remark, party_id,
                                      due_on, request_id)
            VALUES (:findingId, :number, :act, :actorId, :actor, :takenAt, :takenOn, :remark, :partyId, :dueOn,
                    :requestId)""")
    @GetGeneratedKeys
    long addStep(long findingId, int number, FindingAct act, long actorId, String actor, OffsetDateTime takenAt,
                 LocalDate takenOn, @Nullable String remark, @Nullable Long partyId, LocalDate dueOn,
                 @Nullable String requestId);

    @SqlQuery(JOINED + "WHERE f.id = :id")
    Optional<SiteFinding> byId(long id);

    /** A step that was sent before. */
    record Sent(long findingId, FindingAct act, @Nullable String remark) {
    }

    @SqlQuery("SELECT finding_id, act, remark FROM finding_step WHERE actor_id = :actorId AND request_id = :requestId")
    @RegisterConstructorMapper(Sent.class)
    Optional<Sent> byRequest(long actorId, String requestId);

    @SqlQuery("""
            SELECT s.id, s.number, s.act, s.actor_id, s.actor, s.taken_at, s.taken_on, s.remark,
                   y.role AS party_role, y.organisation, s.due_on
              FROM finding_step s
              LEFT JOIN party y ON y.id = s.party_id
             WHERE s.finding_id = :findingId
             ORDER BY s.number""")
    List<FindingStep> steps(long findingId);

    @SqlQuery("SELECT actor FROM finding_step WHERE finding_id = :findingId AND number = :number")
    String actorOf(long findingId, int number);

    @SqlQuery("""
            SELECT COUNT(*) > 0
              FROM finding_step
             WHERE finding_id = :findingId AND act = 'RECTIFY' AND actor_id = :actorId""")
    boolean rectifiedBy(long findingId, long actorId);

    /** Open ones first, those due first before others. Served by finding_by_state and finding_by_project. */
    @SqlQuery(JOINED + ASKED_FOR + """
            ORDER BY CASE WHEN f.state = 'CLOSED' THEN 1 ELSE 0 END, f.due_on, f.id
            LIMIT :limit OFFSET :offset""")
    List<SiteFinding> page(@BindList Collection<FindingState> states, @Nullable String projectCode,
                           @Nullable String kind, @Nullable String organisation, int level, LocalDate by, int limit,
                           int offset);

    /** Engineers see what their own parties put right. Served by finding_by_state. */
    @SqlQuery(JOINED + RISEN + """
              AND f.project_id NOT IN\s""" + ProjectPeople.CLOSED_TO + """
              AND (f.party_id IS NULL OR CAST(:role AS VARCHAR(16)) <> 'ENGINEER'
                   OR f.party_id NOT IN\s""" + ProjectPeople.PARTIES_CLOSED_TO + """
                  )
             ORDER BY f.due_on, f.id
             LIMIT :limit""")
    List<SiteFinding> mine(long accountId, Role role, @BindList Collection<FindingState> states, int level,
                           LocalDate by, int limit);

    @SqlQuery("""
            SELECT COUNT(*)
              FROM finding f
              JOIN project j    ON j.id = f.project_id
              LEFT JOIN party y ON y.id = f.party_id
            """ + ASKED_FOR)
    int count(@BindList Collection<FindingState> states, @Nullable String projectCode, @Nullable String kind,
              @Nullable String organisation, int level, LocalDate by);

    /** HSQLDB fails on IN within FILTER. */
    @SqlQuery("""
            SELECT j.code AS project_code, j.name AS project_name, j.name_en AS project_name_en, y.organisation,
                   COUNT(*) FILTER (WHERE f.state = 'RAISED')    AS raised,
                   COUNT(*) FILTER (WHERE f.state = 'ASSIGNED')  AS assigned,
                   COUNT(*) FILTER (WHERE f.state = 'RECTIFIED') AS rectified,
                   COUNT(*) FILTER (WHERE f.state = 'CLOSED')    AS closed,
                   COUNT(*) FILTER (WHERE (f.state = 'RAISED' OR f.state = 'ASSIGNED')
                                      AND f.due_on < CAST(:today AS DATE))      AS overdue,
                   COUNT(*) FILTER (WHERE (f.state = 'RAISED' OR f.state = 'ASSIGNED')
                                      AND f.manager_on <= CAST(:today AS DATE)) AS manager,
                   COUNT(*) FILTER (WHERE (f.state = 'RAISED' OR f.state = 'ASSIGNED')
                                      AND f.officer_on <= CAST(:today AS DATE)) AS officer
              FROM finding f
              JOIN project j    ON j.id = f.project_id
              LEFT JOIN party y ON y.id = f.party_id
             GROUP BY j.code, j.name, j.name_en, y.organisation
             ORDER BY j.code, y.organisation""")
    List<FindingCount> counts(LocalDate today);

    @SqlQuery("""
            SELECT t.id, t.name, t.name_en, t.place_id
              FROM task t
             WHERE t.project_id = :projectId AND t.archived_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id AND c.archived_at IS NULL)
             ORDER BY t.sort_order, t.id""")
    List<FindingTask> tasks(long projectId);

    @SqlQuery("SELECT COUNT(*) > 0 FROM place WHERE id = :placeId AND project_id = :projectId")
    boolean hasPlace(long projectId, long placeId);

    @SqlQuery("SELECT COUNT(*) > 0 FROM task WHERE id = :taskId AND project_id = :projectId")
    boolean hasTask(long projectId, long taskId);

    @SqlQuery("SELECT COUNT(*) > 0 FROM party WHERE id = :partyId AND project_id = :projectId")
    boolean hasParty(long projectId, long partyId);
}
