package city.renewal.visit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(VisitWork.class)
@RegisterConstructorMapper(WorkTask.class)
interface WorkDao {

    String WORKS = "SELECT id, project_id, title, title_en, prepare, prepare_en, work_type, task_id FROM visit_work ";

    @GetGeneratedKeys
    @SqlUpdate("""
            INSERT INTO visit_work (project_id, title, title_en, prepare, prepare_en, work_type, task_id)
            VALUES (:w.projectId, :w.title, :w.titleEn, :w.prepare, :w.prepareEn, :w.workType, :w.taskId)""")
    long add(@BindMethods("w") VisitWork w);

    @SqlBatch("INSERT INTO visit_work_place (work_id, place_id) VALUES (:workId, :placeIds)")
    void addPlaces(long workId, Collection<Long> placeIds);

    @SqlUpdate("DELETE FROM visit_work_place WHERE work_id = :workId")
    void removePlaces(long workId);

    @SqlUpdate("DELETE FROM visit_work WHERE id = :workId")
    void remove(long workId);

    @SqlUpdate("UPDATE visit_work SET task_id = :taskId WHERE id = :workId")
    void link(long workId, @Nullable Long taskId);

    @SqlQuery("SELECT place_id FROM visit_work_place WHERE work_id = :workId")
    Set<Long> places(long workId);

    @SqlQuery("""
            SELECT t.id, t.code, t.name, t.name_en, t.place_id
              FROM task t
             WHERE t.project_id = :projectId AND t.unit = :unit AND t.milestone = FALSE AND t.archived_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id AND c.archived_at IS NULL)
             ORDER BY t.sort_order, t.id""")
    List<WorkTask> tasks(long projectId, String unit);

    @SqlQuery("SELECT COUNT(*) FROM visit_slot WHERE work_id = :workId")
    int countSlots(long workId);

    @SqlQuery(WORKS + "WHERE id = :id")
    Optional<VisitWork> work(long id);

    @SqlQuery(WORKS + "WHERE project_id = :projectId ORDER BY id")
    List<VisitWork> works(long projectId);

    @SqlQuery(WORKS + """
             WHERE project_id = :projectId
               AND id IN (SELECT work_id FROM visit_work_place WHERE place_id = :placeId)
             ORDER BY id""")
    List<VisitWork> worksAt(long projectId, long placeId);

    @SqlQuery("SELECT COUNT(*) > 0 FROM visit_work_place WHERE work_id = :workId AND place_id = :placeId")
    boolean covers(long workId, long placeId);
}
