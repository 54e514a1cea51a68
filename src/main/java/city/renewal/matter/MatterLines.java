package city.renewal.matter;

import city.renewal.account.Actor;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The one joined row of a matter that lists and pages show. */
final class MatterLines {

    private static final String JOINED = """
            SELECT m.id, m.number, m.kind, m.state, p.code AS project_code, p.name AS project_name,
                   p.name_en AS project_name_en, l.name AS place_name, l.name_en AS place_name_en, m.stairwell,
                   g.name AS grid, m.worker_id, a.name AS worker, m.received_at, m.due_at, m.report,
                   (SELECT COUNT(*) FROM matter d WHERE d.merged_into = m.id) AS duplicates
              FROM matter m
              JOIN project p      ON p.id = m.project_id
              LEFT JOIN place l   ON l.id = m.place_id
              LEFT JOIN grid g    ON g.id = m.grid_id
              LEFT JOIN account a ON a.id = m.worker_id
            """;
    private static final String WHOSE = """
             WHERE m.merged_into IS NULL""";
    private static final Map<MatterFilter.Standing, String> STANDING = Map.of(
            MatterFilter.Standing.OPEN, " AND m.state IN ('RECEIVED', 'IN_WORK', 'REOPENED')",
            MatterFilter.Standing.OVERDUE, " AND m.state IN ('RECEIVED', 'IN_WORK', 'REOPENED') AND m.due_at < :now",
            MatterFilter.Standing.REPLIED, " AND " + """
                    (SELECT s.act
                       FROM matter_step s
                      WHERE s.id = (SELECT MAX(k.id) FROM matter_step k WHERE k.matter_id = m.id))
                     IN ('REPAIR_PLANNED', 'REPAIRED', 'REPAIR_REFUSED')""",
            MatterFilter.Standing.ANSWERED, " AND m.state = 'ANSWERED'",
            MatterFilter.Standing.CLOSED, " AND m.state = 'CLOSED'",
            MatterFilter.Standing.ALL, "");

    private final Jdbi jdbi;

    MatterLines(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    MatterLine line(long id) {
        return jdbi.withHandle(handle -> handle.registerRowMapper(ConstructorMapper.factory(MatterLine.class))
                .createQuery(JOINED + " WHERE m.id = :id").bind("id", id).mapTo(MatterLine.class).one());
    }

    /** @return those of the ids, in no order */
    List<MatterLine> lines(Collection<Long> ids) {
        return jdbi.withHandle(handle -> handle.registerRowMapper(ConstructorMapper.factory(MatterLine.class))
                .createQuery(JOINED + " WHERE m.id IN (<ids>)").bindList("ids", ids).mapTo(MatterLine.class).list());
    }

    /** @return due first, what needs nothing last */
    List<MatterLine> queue(Actor actor, MatterFilter filter, OffsetDateTime now, int limit, int offset) {
        return jdbi.withHandle(handle -> {
            Query query = handle.registerRowMapper(ConstructorMapper.factory(MatterLine.class))
                    .createQuery(JOINED + where(filter) + """

                             ORDER BY CASE WHEN m.due_at IS NULL THEN 1 ELSE 0 END, m.due_at, m.answered_at DESC, m.id
                             LIMIT :limit OFFSET :offset""");
            return bound(query, actor, filter, now).bind("limit", limit).bind("offset", offset)
                    .mapTo(MatterLine.class).list();
        });
    }

    int count(Actor actor, MatterFilter filter, OffsetDateTime now) {
        return jdbi.withHandle(handle -> bound(handle.createQuery("""
                SELECT COUNT(*)
                  FROM matter m
                  JOIN project p ON p.id = m.project_id
                """ + where(filter)), actor, filter, now).mapTo(int.class).one());
    }

    private static String where(MatterFilter filter) {
        return WHOSE
                + switch (filter.whose()) {
                    case MINE -> " AND m.worker_id = :actor";
                    case NOBODY -> " AND m.worker_id IS NULL";
                    case ALL -> "";
                }
                + STANDING.get(filter.standing())
                + (filter.kind() == null ? "" : " AND m.kind = :kind")
                + (filter.project() == null ? "" : " AND p.code = :project");
    }

    private static Query bound(Query query, Actor actor, MatterFilter filter, OffsetDateTime now) {
        bindIfThere(query, "kind", filter.kind());
        bindIfThere(query, "project", filter.project());
        return query.bind("actor", actor.accountId()).bind("now", now);
    }

    private static void bindIfThere(Query query, String name, @Nullable String value) {
        if (value != null) {
            query.bind(name, value);
        }
    }
}
