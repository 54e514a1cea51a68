package city.renewal.project;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(Project.class)
@RegisterConstructorMapper(Measure.class)
@RegisterConstructorMapper(StageDate.class)
@RegisterConstructorMapper(Party.class)
@RegisterConstructorMapper(Place.class)
@RegisterConstructorMapper(ProjectMeasure.class)
interface ProjectDao {

    String PROJECTS = """
            SELECT id, code, kind, name, name_en, street, community, stage,
                   guarantee_works, open_to_public, demonstration, created_at
              FROM project
            """;

    @SqlUpdate("""
            INSERT INTO project (code, kind, name, name_en, street, community, stage,
                                 guarantee_works, open_to_public, demonstration, created_at)
            VALUES (:code, :p.kind, :p.name, :p.nameEn, :p.street, :p.community, :p.stage,
                    :p.guaranteeWorks, :p.openToPublic, :p.demonstration, :createdAt)""")
    @GetGeneratedKeys
    long add(String code, @BindMethods("p") NewProject p, OffsetDateTime createdAt);

    @SqlBatch("""
            INSERT INTO project_measure (project_id, measure, amount, unit)
            VALUES (:projectId, :m.measure, :m.amount, :m.unit)""")
    void addMeasures(long projectId, @BindMethods("m") List<Measure> measures);

    @SqlBatch("""
            INSERT INTO project_stage (project_id, stage, planned_on, reached_on)
            VALUES (:projectId, :s.stage, :s.plannedOn, :s.reachedOn)""")
    void addStages(long projectId, @BindMethods("s") List<StageDate> stages);

    @SqlBatch("""
            INSERT INTO party (project_id, role, organisation, contact, phone)
            VALUES (:projectId, :y.role, :y.organisation, :y.contact, :y.phone)""")
    void addParties(long projectId, @BindMethods("y") List<Party> parties);

    @SqlBatch("""
            INSERT INTO place (project_id, kind, code, name, name_en, chainage_from, chainage_to)
            VALUES (:projectId, :l.kind, :l.code, :l.name, :l.nameEn, :l.chainageFrom, :l.chainageTo)""")
    void addPlaces(long projectId, @BindMethods("l") List<NewPlace> places);

    @SqlBatch("""
            INSERT INTO place_measure (place_id, measure, amount)
            SELECT id, CAST(:m.measure AS VARCHAR(32)), CAST(:m.amount AS DECIMAL(18, 3))
              FROM place
             WHERE project_id = :projectId AND code = :m.place""")
    void addPlaceMeasures(long projectId, @BindMethods("m") List<PlaceMeasure> measures);

    @SqlQuery("""
            SELECT p.code AS place, m.measure, m.amount
              FROM place p
              JOIN place_measure m ON m.place_id = p.id
             WHERE p.project_id = :projectId
             UNION ALL
            SELECT CAST(NULL AS VARCHAR(32)), measure, amount
              FROM project_measure
             WHERE project_id = :projectId""")
    @RegisterConstructorMapper(PlaceMeasure.class)
    List<PlaceMeasure> sizes(long projectId);

    @SqlQuery(PROJECTS + "WHERE code = :code")
    Optional<Project> byCode(String code);

    @SqlQuery(PROJECTS + "WHERE id = :id")
    Optional<Project> byId(long id);

    @SqlQuery(PROJECTS + "ORDER BY id")
    List<Project> all();

    @SqlQuery("SELECT COUNT(*) FROM project")
    long count();

    @SqlQuery("""
            SELECT measure, amount, unit
              FROM project_measure
             WHERE project_id = :projectId
             ORDER BY measure""")
    List<Measure> measures(long projectId);

    @SqlQuery("""
            SELECT project_id, measure, amount, unit
              FROM project_measure
             ORDER BY project_id, measure""")
    List<ProjectMeasure> allMeasures();

    @SqlQuery("""
            SELECT project_id, measure, amount, unit
              FROM project_measure
             WHERE project_id IN (<projectIds>)
             ORDER BY project_id, measure""")
    List<ProjectMeasure> measuresOf(@BindList Collection<Long> projectIds);

    @SqlQuery("""
            SELECT stage, planned_on, reached_on
              FROM project_stage
             WHERE project_id = :projectId""")
    List<StageDate> stages(long projectId);

    @SqlQuery("""
            SELECT role, organisation, contact, phone
              FROM party
             WHERE project_id = :projectId
             ORDER BY id""")
    List<Party> parties(long projectId);

    @SqlQuery("""
            SELECT p.id, p.kind, p.code, p.name, p.name_en, p.chainage_from, p.chainage_to,
                   CAST(COALESCE(m.amount, 0) AS INTEGER) AS stairwells
              FROM place p
              LEFT JOIN place_measure m ON m.place_id = p.id AND m.measure = 'stairwells'
             WHERE p.project_id = :projectId
             ORDER BY p.id""")
    List<Place> places(long projectId);

    /** No row where nobody said. */
    @SqlQuery("""
            SELECT latitude, longitude, datum, reach_metres
              FROM project
             WHERE id = :id AND latitude IS NOT NULL""")
    @RegisterConstructorMapper(ProjectPoint.class)
    Optional<ProjectPoint> point(long id);

    @SqlUpdate("""
            UPDATE project
               SET latitude = :p.latitude, longitude = :p.longitude, datum = :p.datum, reach_metres = :p.reachMetres
             WHERE id = :id""")
    void setPoint(long id, @BindMethods("p") ProjectPoint p);

    @SqlUpdate("UPDATE project SET open_to_public = :open WHERE id = :id")
    void setOpenToPublic(long id, boolean open);

    @SqlUpdate("UPDATE project_stage SET reached_on = :on WHERE project_id = :projectId AND stage = :stage")
    int reach(long projectId, String stage, @Nullable LocalDate on);

    @SqlUpdate("UPDATE project SET stage = :stage WHERE id = :projectId")
    void setStage(long projectId, String stage);
}
