package city.renewal.visit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(VisitWork.class)
interface WorkDao {

    String WORKS = "SELECT id, project_id, title, title_en, prepare, prepare_en, work_type FROM visit_work ";

    @GetGeneratedKeys
    @SqlUpdate("""
            INSERT INTO visit_work (project_id, title, title_en, prepare, prepare_en, work_type)
            VALUES (:w.projectId, :w.title, :w.titleEn, :w.prepare, :w.prepareEn, :w.workType)""")
    long add(@BindMethods("w") VisitWork w);

    @SqlBatch("INSERT INTO visit_work_place (work_id, place_id) VALUES (:workId, :placeIds)")
    void addPlaces(long workId, Collection<Long> placeIds);

    @SqlUpdate("DELETE FROM visit_work_place WHERE work_id = :workId")
    void removePlaces(long workId);

    @SqlUpdate("DELETE FROM visit_work WHERE id = :workId")
    void remove(long workId);

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
