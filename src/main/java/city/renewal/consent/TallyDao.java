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

    /** Owners, flats and area of one choice; of all who are asked where the choice is null. */
    record Part(long itemId, @Nullable Choice choice, int owners, int households, BigDecimal area) {
    }

    /**
     * The votes on one item by choice. Flats of an owner of their own are counted as they are; owners of several are
     * gathered first, and whose flats differ abstains.
     */
    String VOTES = """
            SELECT CAST(:itemId AS BIGINT) AS item_id, v.choice, SUM(v.owners) AS owners,
                   SUM(v.households) AS households, SUM(v.area) AS area
              FROM (SELECT b.choice, COUNT(*) FILTER (WHERE h.owner_key IS NULL) AS owners, COUNT(*) AS households,
                           SUM(h.floor_area) AS area
                      FROM consent_ballot b
                      JOIN household h ON h.id = b.household_id
                     WHERE b.item_id = :itemId
                     GROUP BY b.choice
                    UNION ALL
                    SELECT o.choice, COUNT(*), 0, CAST(0 AS DECIMAL(14, 2))
                      FROM (SELECT CASE WHEN MIN(b.choice) = MAX(b.choice) THEN MIN(b.choice) ELSE 'ABSTAIN' END AS choice
                              FROM consent_ballot b
                              JOIN household h ON h.id = b.household_id
                             WHERE b.item_id = :itemId AND h.owner_key IS NOT NULL
                             GROUP BY h.owner_key) o
                     GROUP BY o.choice) v
             GROUP BY v.choice
            """;

    @SqlQuery("""
            SELECT f.item_id, CAST(NULL AS VARCHAR(16)) AS choice, f.single + COALESCE(o.owners, 0) AS owners,
                   f.households, f.area
              FROM (SELECT s.item_id, SUM(h.single) AS single, SUM(h.households) AS households, SUM(h.area) AS area
                      FROM consent_item i
                      JOIN consent_scope s ON s.item_id = i.id
                      JOIN (SELECT place_id, COUNT(*) FILTER (WHERE owner_key IS NULL) AS single,
                                   COUNT(*) AS households, SUM(floor_area) AS area
                              FROM household
                             WHERE project_id = :projectId
                             GROUP BY place_id) h ON h.place_id = s.place_id
                     WHERE i.project_id = :projectId AND i.state = 'OPEN'
                     GROUP BY s.item_id) f
              LEFT JOIN (SELECT s.item_id, COUNT(DISTINCT h.owner_key) AS owners
                           FROM consent_item i
                           JOIN consent_scope s ON s.item_id = i.id
                           JOIN (SELECT DISTINCT place_id, owner_key
                                   FROM household
                                  WHERE project_id = :projectId AND owner_key IS NOT NULL) h ON h.place_id = s.place_id
                          WHERE i.project_id = :projectId AND i.state = 'OPEN'
                          GROUP BY s.item_id) o ON o.item_id = f.item_id""")
    List<Part> asked(long projectId);

    @SqlQuery("""
            SELECT t.item_id, t.choice, t.owners, t.households, t.area
              FROM consent_item i
              JOIN consent_tally t ON t.item_id = i.id
             WHERE i.project_id = :projectId AND i.state = 'OPEN'""")
    List<Part> kept(long projectId);

    @SqlQuery(VOTES)
    List<Part> voted(long itemId);

    /**
     * Adds one vote that is stored, with the area as the register has it. The project's record must be locked. Where the
     * owner has other flats, what they said before decides: the item is summed anew.
     */
    default void raise(long itemId, Choice choice, long householdId) {
        if (ownsSeveral(householdId)) {
            sum(itemId);
        } else if (add(itemId, choice, householdId) == 0) {
            begin(itemId, choice, householdId);
        }
    }

    @SqlQuery("SELECT owner_key IS NOT NULL FROM household WHERE id = :householdId")
    boolean ownsSeveral(long householdId);

    @SqlUpdate("""
            UPDATE consent_tally
               SET owners     = owners + 1,
                   households = households + 1,
                   area       = area + (SELECT floor_area FROM household WHERE id = :householdId)
             WHERE item_id = :itemId AND choice = :choice""")
    int add(long itemId, Choice choice, long householdId);

    @SqlUpdate("""
            INSERT INTO consent_tally (item_id, choice, owners, households, area)
            SELECT CAST(:itemId AS BIGINT), CAST(:choice AS VARCHAR(16)), 1, 1, floor_area
              FROM household
             WHERE id = :householdId""")
    void begin(long itemId, Choice choice, long householdId);

    /** Sums the votes on an open item anew, with owners and areas as the register has them now. */
    default void sum(long itemId) {
        remove(itemId);
        fill(itemId);
    }

    @SqlUpdate("INSERT INTO consent_tally (item_id, choice, owners, households, area) " + VOTES)
    void fill(long itemId);

    @SqlUpdate("DELETE FROM consent_tally WHERE item_id = :itemId")
    void remove(long itemId);
}
