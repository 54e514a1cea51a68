package city.renewal.site;

import city.renewal.project.handover.OpenItem;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(SiteWorkDao.Task.class)
@RegisterConstructorMapper(OpenItem.class)
interface SiteWorkDao {

    /** Of the plan, and at the place where one is asked for. */
    String LEAVES = """
             WHERE t.project_id = :projectId
               AND t.archived_at IS NULL
               AND t.milestone = FALSE
               AND (CAST(:placeId AS BIGINT) IS NULL OR t.place_id = :placeId)
               AND NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id AND c.archived_at IS NULL)
            """;

    record Task(@Nullable String workType, String name, @Nullable String nameEn) {
    }

    @SqlQuery("SELECT DISTINCT t.work_type, t.name, t.name_en FROM task t" + LEAVES + " AND t.actual_finish_on IS NOT NULL")
    List<Task> done(long projectId, @Nullable Long placeId);

    /** Work that came finished with a file asks for no signature, as while it is built. */
    @SqlQuery("""
            SELECT CAST('FINDING' AS VARCHAR(16)) AS kind, 1 AS rank, f.id, CAST(f.what AS VARCHAR(2000)) AS name,
                   CAST(NULL AS VARCHAR(500)) AS name_en, f.due_on, y.organisation
              FROM finding f
              LEFT JOIN party y ON y.id = f.party_id
             WHERE f.project_id = :projectId AND f.state <> 'CLOSED'
               AND (CAST(:placeId AS BIGINT) IS NULL OR f.place_id = :placeId)
            UNION ALL
            SELECT CAST('SIGNOFF' AS VARCHAR(16)), 2, t.id, CAST(t.name AS VARCHAR(2000)), t.name_en,
                   CAST(NULL AS DATE), CAST(NULL AS VARCHAR(200))
              FROM task t
              LEFT JOIN signoff s ON s.task_id = t.id
            """ + LEAVES + """
               AND t.actual_finish_on IS NOT NULL AND t.confirmed_quantity > 0 AND s.task_id IS NULL
               AND t.work_type IN (<types>)
            UNION ALL
            SELECT CAST('WORK' AS VARCHAR(16)), 3, t.id, CAST(t.name AS VARCHAR(2000)), t.name_en, t.finish_on,
                   CAST(NULL AS VARCHAR(200))
              FROM task t
            """ + LEAVES + """
               AND t.actual_finish_on IS NULL
             ORDER BY 2, 6, 3""")
    List<OpenItem> open(long projectId, @Nullable Long placeId, @BindList Collection<String> types);
}
