package city.renewal.consent;

import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(BallotDao.Stored.class)
interface BallotDao {

    /** A vote as it is kept. */
    record Stored(
            long itemId,
            long householdId,
            Choice choice,
            Channel channel,
            @Nullable String scan,
            @Nullable Long enteredBy,
            OffsetDateTime castAt,
            String tag) {
    }

    String BALLOTS = """
            SELECT b.item_id, b.household_id, b.choice, b.channel, b.scan, b.entered_by, b.cast_at, b.tag
              FROM consent_ballot b
            """;

    @SqlUpdate("""
            INSERT INTO consent_ballot (item_id, household_id, choice, channel, scan, entered_by, cast_at, tag)
            VALUES (:b.itemId, :b.householdId, :b.choice, :b.channel, :b.scan, :b.enteredBy, :b.castAt, :b.tag)""")
    void add(@BindMethods("b") Stored b);

    @SqlQuery(BALLOTS + "WHERE b.household_id = :householdId")
    List<Stored> ofHousehold(long householdId);

    @SqlQuery(BALLOTS + "JOIN consent_item i ON i.id = b.item_id WHERE i.project_id = :projectId ORDER BY b.id")
    List<Stored> ofProject(long projectId);
}
