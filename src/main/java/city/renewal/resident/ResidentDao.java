package city.renewal.resident;

import city.renewal.project.Project;
import city.renewal.project.handover.Warranties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** What the public page of a project reads besides its plan. */
interface ResidentDao {

    /** @param planned whether the project has a plan */
    record Found(@Nested Project project, boolean planned) {
    }

    /**
     * One of the project's measures, stages, parties, places, acceptances, hand-overs, their papers, warranties, baselines after the first, its newest pause or photo, or the
     * count of its confirmed reports; which columns are filled depends on the sort.
     *
     * @param id     of an acceptance, hand-over, paper or warranty the place, -1 for all of the project
     * @param detail telephone number of a party, kind of a place
     */
    record Fact(
            String sort,
            long id,
            String code,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String detail,
            @Nullable BigDecimal amount,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate reachedOn,
            @Nullable OffsetDateTime happenedAt) {
    }

    /**
     * @param total      how many confirmed reports the project has, and {@code today} how many since the given moment
     * @param supervisor the party of whoever confirmed it, else the project's only supervising party
     */
    record EvidenceRow(
            long id,
            long taskId,
            String taskName,
            @Nullable String taskNameEn,
            String unit,
            LocalDate reportOn,
            BigDecimal quantity,
            BigDecimal cumulative,
            BigDecimal planned,
            OffsetDateTime decidedAt,
            @Nullable LocalDate correctsOn,
            @Nullable BigDecimal correctsQuantity,
            int total,
            int today,
            OffsetDateTime newest,
            @Nullable String supervisor) {
    }

    @SqlQuery("""
            SELECT p.id, p.code, p.kind, p.name, p.name_en, p.street, p.community, p.stage, p.guarantee_works,
                   p.open_to_public, p.demonstration, p.created_at,
                   CASE WHEN l.project_id IS NULL THEN FALSE ELSE TRUE END AS planned
              FROM project p
              LEFT JOIN plan l ON l.project_id = p.id
             WHERE p.code = :code""")
    @RegisterConstructorMapper(Found.class)
    Optional<Found> find(String code);

    @SqlQuery("""
            SELECT CAST('measure' AS VARCHAR(8)) AS sort, CAST(0 AS BIGINT) AS id, measure AS code, unit AS name,
                   CAST(NULL AS VARCHAR(100)) AS name_en, CAST(NULL AS VARCHAR(32)) AS detail, amount,
                   CAST(NULL AS DATE) AS planned_on, CAST(NULL AS DATE) AS reached_on,
                   CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS happened_at
              FROM project_measure
             WHERE project_id = :projectId
            UNION ALL
            SELECT CAST('stage' AS VARCHAR(8)), CAST(0 AS BIGINT), stage, CAST(NULL AS VARCHAR(100)),
                   CAST(NULL AS VARCHAR(100)), CAST(NULL AS VARCHAR(32)), CAST(NULL AS DECIMAL(18, 3)), planned_on, reached_on,
                   CAST(NULL AS TIMESTAMP WITH TIME ZONE)
              FROM project_stage
             WHERE project_id = :projectId
            UNION ALL
            SELECT CAST('party' AS VARCHAR(8)), id, role, organisation, CAST(NULL AS VARCHAR(100)), phone,
                   CAST(NULL AS DECIMAL(18, 3)), CAST(NULL AS DATE), CAST(NULL AS DATE),
                   CAST(NULL AS TIMESTAMP WITH TIME ZONE)
              FROM party
             WHERE project_id = :projectId
            UNION ALL
            SELECT CAST('place' AS VARCHAR(8)), l.id, l.code, l.name, l.name_en, l.kind, m.amount, CAST(NULL AS DATE),
                   CAST(NULL AS DATE), CAST(NULL AS TIMESTAMP WITH TIME ZONE)
              FROM place l
              LEFT JOIN place_measure m ON m.place_id = l.id AND m.measure = 'stairwells'
             WHERE l.project_id = :projectId
            UNION ALL
            SELECT CAST('baseline' AS VARCHAR(8)), CAST(baseline_no AS BIGINT), name, CAST(reason AS VARCHAR(500)),
                   CAST(reason_en AS VARCHAR(500)), CAST(NULL AS VARCHAR(32)), CAST(NULL AS DECIMAL(18, 3)), finish_on,
                   CAST(NULL AS DATE), taken_at
              FROM baseline
             WHERE project_id = :projectId AND baseline_no > 1
            UNION ALL
            SELECT CAST('pause' AS VARCHAR(8)), id, category, CAST(NULL AS VARCHAR(100)), CAST(NULL AS VARCHAR(100)),
                   CAST(NULL AS VARCHAR(32)), CAST(NULL AS DECIMAL(18, 3)), CAST(NULL AS DATE), CAST(NULL AS DATE),
                   given_at
              FROM site_pause
             WHERE id = (SELECT MAX(id) FROM site_pause WHERE project_id = :projectId)
            UNION ALL
            SELECT CAST('reports' AS VARCHAR(8)), COUNT(*), CAST('' AS VARCHAR(32)), CAST(NULL AS VARCHAR(100)),
                   CAST(NULL AS VARCHAR(100)), CAST(NULL AS VARCHAR(32)),
                   CAST(COUNT(*) FILTER (WHERE decided_at >= CAST(:since AS TIMESTAMP WITH TIME ZONE)) AS DECIMAL(18, 3)),
                   MAX(report_on), CAST(NULL AS DATE), MAX(decided_at)
              FROM site_report
             WHERE project_id = :projectId AND state = 'CONFIRMED'
            UNION ALL
            SELECT CAST('asked' AS VARCHAR(8)), COUNT(*), CAST('' AS VARCHAR(32)), CAST(NULL AS VARCHAR(100)),
                   CAST(NULL AS VARCHAR(100)), CAST(NULL AS VARCHAR(32)), CAST(NULL AS DECIMAL(18, 3)),
                   CAST(NULL AS DATE), CAST(NULL AS DATE), CAST(NULL AS TIMESTAMP WITH TIME ZONE)
              FROM consent_item
             WHERE project_id = :projectId AND state <> 'DRAFT'
            UNION ALL
            SELECT CAST('accepted' AS VARCHAR(8)), COALESCE(a.place_id, -1), CAST('' AS VARCHAR(32)),
                   CAST(NULL AS VARCHAR(100)), CAST(NULL AS VARCHAR(100)), CAST(NULL AS VARCHAR(32)),
                   CAST(a.residents AS DECIMAL(18, 3)), a.held_on, CAST(NULL AS DATE),
                   CAST(NULL AS TIMESTAMP WITH TIME ZONE)
              FROM acceptance a
             WHERE a.project_id = :projectId AND a.accepted
               AND NOT EXISTS (SELECT 1 FROM acceptance c WHERE c.corrects_id = a.id)
            UNION ALL
            SELECT CAST('handed' AS VARCHAR(8)), COALESCE(h.place_id, -1), CAST('' AS VARCHAR(32)), h.organisation,
                   CAST(NULL AS VARCHAR(100)), h.phone, CAST(NULL AS DECIMAL(18, 3)), h.handed_on, CAST(NULL AS DATE),
                   CAST(NULL AS TIMESTAMP WITH TIME ZONE)
              FROM handover h
             WHERE h.project_id = :projectId
               AND NOT EXISTS (SELECT 1
                                 FROM handover n
                                WHERE n.project_id = h.project_id AND n.id > h.id
                                  AND COALESCE(n.place_id, -1) = COALESCE(h.place_id, -1))
               AND EXISTS (SELECT 1
                             FROM acceptance s
                            WHERE s.project_id = h.project_id AND s.accepted AND s.held_on <= h.handed_on
                              AND COALESCE(s.place_id, -1) = COALESCE(h.place_id, -1)
                              AND NOT EXISTS (SELECT 1 FROM acceptance c WHERE c.corrects_id = s.id))
            UNION ALL
            SELECT CAST('warranty' AS VARCHAR(8)), COALESCE(a.place_id, -1), w.work, w.organisation,
                   CAST(NULL AS VARCHAR(100)), w.phone, CAST(NULL AS DECIMAL(18, 3)), w.starts_on, w.until_on,
                   CAST(NULL AS TIMESTAMP WITH TIME ZONE)
              FROM warranty w
              JOIN acceptance a ON a.id = w.acceptance_id
             WHERE a.project_id = :projectId
               AND\s""" + Warranties.STANDING + """
            UNION ALL
            SELECT CAST('paper' AS VARCHAR(8)), COALESCE(a.place_id, h.place_id, -1), CAST(p.id AS VARCHAR(32)),
                   p.title, CAST(NULL AS VARCHAR(100)), p.scan_type, CAST(p.bytes AS DECIMAL(18, 3)),
                   COALESCE(a.held_on, h.handed_on), CAST(NULL AS DATE), s.taken_at
              FROM handover_paper p
              JOIN handover_paper_step s ON s.id = (SELECT MAX(k.id)
                                                      FROM handover_paper_step k
                                                     WHERE k.paper_id = p.id)
              LEFT JOIN acceptance a     ON a.id = p.acceptance_id
              LEFT JOIN handover h       ON h.id = p.handover_id
             WHERE s.act = 'OPENED'
               AND (p.handover_id IN (SELECT o.id FROM handover o WHERE o.project_id = :projectId)
                    OR p.acceptance_id IN (SELECT o.id
                                             FROM acceptance o
                                            WHERE o.project_id = :projectId AND o.accepted
                                              AND NOT EXISTS (SELECT 1 FROM acceptance c WHERE c.corrects_id = o.id)))
            UNION ALL
            SELECT CAST('visits' AS VARCHAR(8)), COUNT(*), CAST('' AS VARCHAR(32)), CAST(NULL AS VARCHAR(100)),
                   CAST(NULL AS VARCHAR(100)), CAST(NULL AS VARCHAR(32)), CAST(NULL AS DECIMAL(18, 3)),
                   CAST(NULL AS DATE), CAST(NULL AS DATE), CAST(NULL AS TIMESTAMP WITH TIME ZONE)
              FROM visit_work
             WHERE project_id = :projectId
            UNION ALL
            SELECT CAST('photo' AS VARCHAR(8)), p.id, CAST('' AS VARCHAR(32)), COALESCE(t.public_name, t.name), t.name_en,
                   CAST(NULL AS VARCHAR(32)), CAST(NULL AS DECIMAL(18, 3)), r.report_on, CAST(NULL AS DATE), r.decided_at
              FROM photo p
              JOIN site_report r ON r.id = p.report_id
              JOIN task t        ON t.id = r.task_id
             WHERE p.id = (SELECT MAX(n.id)
                             FROM photo n
                             JOIN site_report c ON c.id = n.report_id
                            WHERE c.project_id = :projectId AND c.state = 'CONFIRMED' AND n.state = 'READY')
            ORDER BY 1, 2, 3""")
    @RegisterConstructorMapper(Fact.class)
    List<Fact> facts(long projectId, OffsetDateTime since);

    String CONFIRMED = """
            SELECT r.id, r.task_id, COALESCE(t.public_name, t.name) AS task_name, t.name_en AS task_name_en, t.unit,
                   r.report_on, r.quantity,
                   t.opening_quantity + (SELECT SUM(s.quantity)
                                           FROM site_report s
                                          WHERE s.task_id = r.task_id AND s.state = 'CONFIRMED'
                                            AND (s.report_on < r.report_on
                                                 OR (s.report_on = r.report_on AND s.id <= r.id))) AS cumulative,
                   t.planned_quantity AS planned, r.decided_at,
                   f.report_on AS corrects_on, f.quantity AS corrects_quantity,
                   c.total, c.today, c.newest, o.organisation AS supervisor
              FROM site_report r
              JOIN task t ON t.id = r.task_id
              JOIN (SELECT COUNT(*) AS total, COUNT(*) FILTER (WHERE decided_at >= CAST(:since AS TIMESTAMP WITH TIME ZONE)) AS today,
                           MAX(decided_at) AS newest
                      FROM site_report
                     WHERE project_id = :projectId AND state = 'CONFIRMED'""";
    String AND_ITS_PARTY = """
            ) c ON TRUE
              LEFT JOIN site_report f ON f.id = r.corrects_id
              LEFT JOIN party o ON o.id = COALESCE(r.decider_party_id,
                                                   (SELECT MIN(m.id)
                                                      FROM party m
                                                     WHERE m.project_id = :projectId AND m.role = 'supervisor'
                                                    HAVING COUNT(*) = 1))
             WHERE r.project_id = :projectId AND r.state = 'CONFIRMED'
            """;
    String NEWEST_FIRST = """
             ORDER BY r.report_on DESC, r.id DESC
             LIMIT :limit OFFSET :offset""";

    @SqlQuery(CONFIRMED + AND_ITS_PARTY + NEWEST_FIRST)
    @RegisterConstructorMapper(EvidenceRow.class)
    List<EvidenceRow> evidence(long projectId, OffsetDateTime since, int limit, int offset);

    @SqlQuery(CONFIRMED + AND_ITS_PARTY + " AND r.decided_at >= :confirmedFrom " + NEWEST_FIRST)
    @RegisterConstructorMapper(EvidenceRow.class)
    List<EvidenceRow> evidenceFrom(long projectId, OffsetDateTime confirmedFrom, OffsetDateTime since, int limit,
                                   int offset);

    @SqlQuery(CONFIRMED + " AND task_id IN (<taskIds>)" + AND_ITS_PARTY + " AND r.task_id IN (<taskIds>)" + NEWEST_FIRST)
    @RegisterConstructorMapper(EvidenceRow.class)
    List<EvidenceRow> evidenceOf(long projectId, @BindList Collection<Long> taskIds, OffsetDateTime since, int limit,
                                 int offset);
}
