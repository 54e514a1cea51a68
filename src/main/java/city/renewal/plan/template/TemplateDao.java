package city.renewal.plan.template;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Templates that were saved; rows are only added. */
@RegisterConstructorMapper(SavedTemplate.class)
interface TemplateDao {

    String TEMPLATES = """
            SELECT t.id, t.name, t.kind, t.version_no, t.body, t.author, t.created_at
              FROM plan_template t
            """;

    @SqlUpdate("""
            INSERT INTO plan_template (name, kind, version_no, body, author, created_at)
            VALUES (:name, :kind, :versionNo, :body, :author, :createdAt)""")
    @GetGeneratedKeys
    long add(String name, String kind, int versionNo, String body, String author, OffsetDateTime createdAt);

    @SqlQuery("SELECT COALESCE(MAX(version_no), 0) FROM plan_template WHERE kind = :kind AND name = :name")
    int newestVersion(String kind, String name);

    /** The newest version of each, unless that one is retired. */
    @SqlQuery(TEMPLATES + """
             WHERE NOT EXISTS (SELECT 1
                                 FROM plan_template_retirement r
                                WHERE r.template_id = t.id)
               AND NOT EXISTS (SELECT 1
                                 FROM plan_template n
                                WHERE n.kind = t.kind AND n.name = t.name AND n.version_no > t.version_no)
             ORDER BY t.name, t.id""")
    List<SavedTemplate> offered();

    @SqlQuery(TEMPLATES + "WHERE t.id = :id")
    Optional<SavedTemplate> find(long id);

    @SqlUpdate("""
            INSERT INTO plan_template_retirement (template_id, retired_by, retired_at)
            SELECT id, CAST(:by AS VARCHAR(128)), CAST(:at AS TIMESTAMP WITH TIME ZONE)
              FROM plan_template t
             WHERE id = :id
               AND NOT EXISTS (SELECT 1
                                 FROM plan_template_retirement r
                                WHERE r.template_id = t.id)""")
    int retire(long id, String by, OffsetDateTime at);
}
