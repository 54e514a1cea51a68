package city.renewal.plan.conflict;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface ConflictDao {

    String WORKS = """
            SELECT t.id AS task_id, t.name AS task_name, t.name_en AS task_name_en, t.project_id,
                   p.code AS project_code, p.name AS project_name, p.name_en AS project_name_en, t.work_type, t.start_on, t.finish_on,
                   CASE WHEN t.actual_start_on IS NULL THEN FALSE ELSE TRUE END AS begun,
                   CASE WHEN t.actual_finish_on IS NULL THEN FALSE ELSE TRUE END AS finished,
                   r.road,
                   CASE WHEN l.chainage_from IS NULL THEN r.road_from
                        ELSE COALESCE(r.road_from, 0) + l.chainage_from END AS from_metre,
                   CASE WHEN l.chainage_to IS NULL THEN r.road_to
                        ELSE COALESCE(r.road_from, 0) + l.chainage_to END AS to_metre,
                   COALESCE(r.new_road, FALSE) AS new_road, t.place_id
              FROM task t
              JOIN project p           ON p.id = t.project_id
              LEFT JOIN project_road r ON r.project_id = t.project_id
              LEFT JOIN place l        ON l.id = t.place_id
            """;

    /** Uses task_by_work_type. */
    @SqlQuery(WORKS + """
            WHERE t.work_type IN (<types>) AND t.milestone = FALSE
              AND NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id)
            ORDER BY t.id""")
    @RegisterConstructorMapper(RoadWork.class)
    List<RoadWork> works(@BindList Collection<String> types);

    /** The works of one project and of those on the same road; uses project_road_by_road and task_by_work_type. */
    @SqlQuery(WORKS + """
            WHERE t.work_type IN (<types>) AND t.milestone = FALSE
              AND NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id)
              AND (t.project_id = :projectId
                   OR r.road = (SELECT o.road FROM project_road o WHERE o.project_id = :projectId))
            ORDER BY t.id""")
    @RegisterConstructorMapper(RoadWork.class)
    List<RoadWork> worksAround(long projectId, @BindList Collection<String> types);

    /** A project with its place along a road, null while nobody said where it lies. */
    record Placed(long id, String code, String name, @Nullable String nameEn, @Nested("r") @Nullable RoadPosition position) {
    }

    @SqlQuery("""
            SELECT p.id, p.code, p.name, p.name_en, r.road AS r_road, r.road_from AS r_from, r.road_to AS r_to,
                   r.new_road AS r_new_road
              FROM project p
              LEFT JOIN project_road r ON r.project_id = p.id
             ORDER BY p.id""")
    @RegisterConstructorMapper(Placed.class)
    List<Placed> placed();

    @SqlUpdate("DELETE FROM project_road WHERE project_id = :projectId")
    void remove(long projectId);

    @SqlUpdate("""
            INSERT INTO project_road (project_id, road, road_from, road_to, new_road)
            VALUES (:projectId, :r.road, :r.from, :r.to, :r.newRoad)""")
    void add(long projectId, @BindMethods("r") RoadPosition r);
}
