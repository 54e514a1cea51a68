package city.renewal.consent;

import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Counts of open items: as they are kept beside the votes, and as the votes themselves say. */
@RegisterConstructorMapper(TallyDao.Part.class)
interface TallyDao {

    /** Owners and area of one choice; of all who are asked where the choice is null. */
    record Part(long itemId, @Nullable Choice choice, int owners, BigDecimal area) {
    }

    @SqlQuery("""
            SELECT s.item_id, CAST(NULL AS VARCHAR(16)) AS choice, SUM(h.owners) AS owners, SUM(h.area) AS area
              FROM consent_item i
              JOIN consent_scope s ON s.item_id = i.id
              JOIN (SELECT place_id, COUNT(*) AS owners, SUM(floor_area) AS area
                      FROM household
                     WHERE project_id = :projectId
                     GROUP BY place_id) h ON h.place_id = s.place_id
             WHERE i.project_id = :projectId AND i.state = 'OPEN'
             GROUP BY s.item_id""")
    List<Part> asked(long projectId);

    @SqlQuery("""
            SELECT t.item_id, t.choice, t.owners, t.area
              FROM consent_item i
              JOIN consent_tally t ON t.item_id = i.id
             WHERE i.project_id = :projectId AND i.state = 'OPEN'""")
    List<Part> kept(long projectId);

    @SqlQuery("""
            SELECT b.item_id, b.choice, COUNT(*) AS owners, SUM(h.floor_area) AS area
              FROM consent_item i
              JOIN consent_ballot b ON b.item_id = i.id
              JOIN household h      ON h.id = b.household_id
             WHERE i.project_id = :projectId AND i.state = 'OPEN'
             GROUP BY b.item_id, b.choice""")
    List<Part> voted(long projectId);

    /** Adds one vote, with the area as the register has it. The project's record must be locked. */
    default void raise(long itemId, Choice choice, long householdId) {
        if (add(itemId, choice, householdId) == 0) {
            begin(itemId, choice, householdId);
        }
    }

    @SqlUpdate("""
            UPDATE consent_tally
               SET owners = owners + 1,
                   area   = area + (SELECT floor_area FROM household WHERE id = :householdId)
             WHERE item_id = :itemId AND choice = :choice""")
    int add(long itemId, Choice choice, long householdId);

    @SqlUpdate("""
            INSERT INTO consent_tally (item_id, choice, owners, area)
            SELECT CAST(:itemId AS BIGINT), CAST(:choice AS VARCHAR(16)), 1, floor_area
              FROM household
             WHERE id = :householdId""")
    void begin(long itemId, Choice choice, long householdId);

    /** Sums the votes of a project's open items anew, with the areas as the register has them now. */
    default void sum(long projectId) {
        clear(projectId);
        fill(projectId);
    }

    @SqlUpdate("DELETE FROM consent_tally WHERE item_id IN (SELECT id FROM consent_item WHERE project_id = :projectId)")
    void clear(long projectId);

    @SqlUpdate("""
            INSERT INTO consent_tally (item_id, choice, owners, area)
            SELECT b.item_id, b.choice, COUNT(*), SUM(h.floor_area)
              FROM consent_item i
              JOIN consent_ballot b ON b.item_id = i.id
              JOIN household h      ON h.id = b.household_id
             WHERE i.project_id = :projectId AND i.state = 'OPEN'
             GROUP BY b.item_id, b.choice""")
    void fill(long projectId);

    @SqlUpdate("DELETE FROM consent_tally WHERE item_id = :itemId")
    void remove(long itemId);
}
