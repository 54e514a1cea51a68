package city.renewal.consent;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(Household.class)
@RegisterConstructorMapper(HouseholdDao.Stored.class)
@RegisterConstructorMapper(RegisterSummary.class)
@RegisterConstructorMapper(RegisterStairwell.class)
interface HouseholdDao {

    String JOINED = """
            SELECT h.id, h.project_id, h.place_id, l.name AS building, l.name_en AS building_en, h.stairwell,
                   h.floor_area
              FROM household h
              JOIN place l ON l.id = h.place_id
            """;

    /** A household as it is kept. */
    record Stored(
            long id,
            long placeId,
            String placeCode,
            String stairwell,
            String doorSealed,
            String doorKey,
            BigDecimal floorArea,
            @Nullable String ownerSealed,
            @Nullable String ownerKey,
            boolean kept) {
    }

    String STORED = """
            SELECT h.id, h.place_id, l.code AS place_code, h.stairwell, h.door_sealed, h.door_key, h.floor_area,
                   h.owner_sealed, h.owner_key, h.kept
              FROM household h
              JOIN place l ON l.id = h.place_id
            """;

    /** A household as it is written. */
    record Written(
            long placeId,
            String stairwell,
            String doorSealed,
            String doorKey,
            BigDecimal floorArea,
            @Nullable String ownerSealed,
            @Nullable String ownerKey) {
    }

    @SqlQuery(STORED + "WHERE h.project_id = :projectId ORDER BY h.id")
    List<Stored> stored(long projectId);

    @SqlQuery(STORED + "WHERE h.id IN (<ids>)")
    List<Stored> storedOf(@BindList Collection<Long> ids);

    @SqlUpdate("UPDATE household SET kept = TRUE WHERE id = :id")
    void keep(long id);

    @SqlQuery("""
            SELECT h.place_id, l.name AS building, l.name_en AS building_en, h.stairwell, COUNT(*) AS households
              FROM household h
              JOIN place l ON l.id = h.place_id
             WHERE h.project_id = :projectId
             GROUP BY h.place_id, l.code, l.name, l.name_en, h.stairwell
             ORDER BY l.code, h.stairwell""")
    List<RegisterStairwell> stairwells(long projectId);

    @SqlBatch("""
            INSERT INTO household (project_id, place_id, stairwell, door_sealed, door_key, floor_area, owner_sealed,
                                   owner_key)
            VALUES (:projectId, :w.placeId, :w.stairwell, :w.doorSealed, :w.doorKey, :w.floorArea, :w.ownerSealed,
                    :w.ownerKey)""")
    void add(long projectId, @BindMethods("w") List<Written> w);

    @SqlBatch("""
            UPDATE household
               SET floor_area = :w.floorArea, owner_sealed = :w.ownerSealed, owner_key = :w.ownerKey
             WHERE project_id = :projectId AND door_key = :w.doorKey""")
    void change(long projectId, @BindMethods("w") List<Written> w);

    @SqlBatch("DELETE FROM household WHERE id = :ids")
    void remove(List<Long> ids);

    @SqlQuery(JOINED + "WHERE h.project_id = :projectId AND h.door_key = :doorKey")
    Optional<Household> byDoor(long projectId, String doorKey);

    @SqlQuery(JOINED + "WHERE h.id = :id")
    Optional<Household> byId(long id);

    @SqlQuery(JOINED + "WHERE h.project_id = :projectId ORDER BY l.code, h.stairwell, h.id")
    List<Household> ofProject(long projectId);

    @SqlQuery("""
            SELECT COUNT(*) FILTER (WHERE owner_key IS NULL) + COUNT(DISTINCT owner_key)
              FROM household
             WHERE project_id = :projectId""")
    int countOwners(long projectId);

    @SqlQuery("""
            SELECT l.id AS place_id, l.code, l.name, l.name_en, COUNT(*) AS households, SUM(h.floor_area) AS area,
                   COUNT(c.household_id) AS coded
              FROM household h
              JOIN place l ON l.id = h.place_id
              LEFT JOIN household_code c ON c.household_id = h.id AND c.voided_at IS NULL
             WHERE h.project_id = :projectId
             GROUP BY l.id, l.code, l.name, l.name_en
             ORDER BY l.code""")
    List<RegisterSummary> summary(long projectId);
}
