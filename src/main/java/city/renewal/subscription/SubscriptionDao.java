package city.renewal.subscription;

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

@RegisterConstructorMapper(StoredSubscription.class)
interface SubscriptionDao {

    String STORED = """
            SELECT id, scope, project_id, building, stairwell, account_id, language, address_sealed, address_hash,
                   confirm_until, asked_at, confirmed_at, paused_at
              FROM subscription
            """;

    /** A subscription as it is written. */
    record Added(String scope, @Nullable Long projectId, @Nullable String building, @Nullable Integer stairwell,
                 @Nullable Long accountId, String language, String addressSealed, String addressHash,
                 String confirmHash, OffsetDateTime confirmUntil, OffsetDateTime askedAt) {
    }

    /** One thing that a reader was told. */
    record Told(long subscriptionId, String about) {
    }

    /** A project with readers. */
    record Watched(long projectId, String code) {
    }

    @SqlUpdate("""
            INSERT INTO subscription (scope, project_id, building, stairwell, account_id, language, address_sealed,
                                      address_hash, confirm_hash, confirm_until, asked_at)
            VALUES (:s.scope, :s.projectId, :s.building, :s.stairwell, :s.accountId, :s.language, :s.addressSealed,
                    :s.addressHash, :s.confirmHash, :s.confirmUntil, :s.askedAt)""")
    @GetGeneratedKeys
    long add(@BindMethods("s") Added s);

    @SqlUpdate("""
            UPDATE subscription
               SET language = :s.language, confirm_hash = :s.confirmHash, confirm_until = :s.confirmUntil,
                   asked_at = :s.askedAt
             WHERE id = :id""")
    void askAgain(long id, @BindMethods("s") Added s);

    @SqlUpdate("UPDATE subscription SET asked_at = :at WHERE id = :id")
    void askedAgain(long id, OffsetDateTime at);

    @SqlQuery(STORED + "WHERE scope = :scope AND address_hash = :addressHash")
    Optional<StoredSubscription> find(String scope, String addressHash);

    @SqlQuery(STORED + "WHERE id = :id")
    Optional<StoredSubscription> byId(long id);

    @SqlQuery(STORED + "WHERE confirm_hash = :confirmHash")
    Optional<StoredSubscription> byConfirmHash(String confirmHash);

    @SqlQuery(STORED + "WHERE account_id = :accountId")
    Optional<StoredSubscription> ofAccount(long accountId);

    /** 0 when somebody else was first. */
    @SqlUpdate("""
            UPDATE subscription
               SET confirmed_at = :at, paused_at = NULL, confirm_hash = NULL, confirm_until = NULL
             WHERE confirm_hash = :confirmHash AND confirm_until > :at""")
    int confirm(String confirmHash, OffsetDateTime at);

    @SqlUpdate("UPDATE subscription SET paused_at = :at WHERE address_hash = :addressHash AND paused_at IS NULL")
    void pause(String addressHash, OffsetDateTime at);

    @SqlQuery("""
            SELECT DISTINCT p.id AS project_id, p.code
              FROM subscription s
              JOIN project p ON p.id = s.project_id
             WHERE s.confirmed_at IS NOT NULL AND s.paused_at IS NULL
             ORDER BY p.code""")
    @RegisterConstructorMapper(Watched.class)
    List<Watched> watched();

    @SqlQuery(STORED + "WHERE project_id = :projectId AND confirmed_at IS NOT NULL AND paused_at IS NULL ORDER BY id")
    List<StoredSubscription> readers(long projectId);

    @SqlQuery(STORED + "WHERE account_id IS NOT NULL AND confirmed_at IS NOT NULL AND paused_at IS NULL ORDER BY id")
    List<StoredSubscription> staff();

    @SqlQuery("""
            SELECT t.subscription_id, t.about
              FROM subscription_told t
              JOIN subscription s ON s.id = t.subscription_id
             WHERE s.project_id = :projectId""")
    @RegisterConstructorMapper(Told.class)
    List<Told> toldOf(long projectId);

    @SqlQuery("SELECT subscription_id FROM subscription_told WHERE about = :about")
    List<Long> toldAbout(String about);

    @SqlBatch("INSERT INTO subscription_told (subscription_id, about, told_at) VALUES (:t.subscriptionId, :t.about, :at)")
    void tell(@BindMethods("t") List<Told> t, OffsetDateTime at);

    @SqlUpdate("DELETE FROM subscription_told WHERE told_at < :before")
    int forgetTold(OffsetDateTime before);

    @SqlUpdate("DELETE FROM subscription_told WHERE subscription_id IN (<ids>)")
    void deleteTold(@BindList Collection<Long> ids);

    @SqlUpdate("DELETE FROM mail WHERE subscription_id IN (<ids>)")
    void deleteMails(@BindList Collection<Long> ids);

    @SqlUpdate("DELETE FROM subscription WHERE id IN (<ids>)")
    int delete(@BindList Collection<Long> ids);

    @SqlUpdate("INSERT INTO subscription_end (project_id, why, ended_on) VALUES (:projectId, :why, :on)")
    void addEnd(@Nullable Long projectId, End why, LocalDate on);

    @SqlQuery(STORED + "WHERE confirmed_at IS NULL AND asked_at < :before ORDER BY id LIMIT :limit")
    List<StoredSubscription> unconfirmed(OffsetDateTime before, int limit);

    /**
     * Those of projects whose last stage was reached or that were closed to the public before the day, those paused since
     * before it whom nobody asked again, and those of closed accounts.
     *
     * @param lastStages kinds of projects with their last stages, such as {@code compound/handover}
     * @param before     the day
     * @param midnight   with which the day begins
     */
    @SqlQuery("""
            SELECT s.id, s.scope, s.project_id, s.building, s.stairwell, s.account_id, s.language, s.address_sealed,
                   s.address_hash, s.confirm_until, s.asked_at, s.confirmed_at, s.paused_at
              FROM subscription s
              LEFT JOIN project p       ON p.id = s.project_id
              LEFT JOIN project_stage g ON g.project_id = p.id AND g.stage = p.stage
              LEFT JOIN account a       ON a.id = s.account_id
             WHERE p.kind || '/' || p.stage IN (<lastStages>) AND g.reached_on < :before OR a.closed_at IS NOT NULL
                OR s.paused_at < :midnight AND s.asked_at < :midnight
                OR p.open_to_public = FALSE
                   AND NOT EXISTS (SELECT 1
                                     FROM audit_entry e
                                    WHERE e.subject = 'project:' || p.code AND e.action = 'project.public'
                                      AND e.happened_at >= :midnight)
             ORDER BY s.id
             LIMIT :limit""")
    List<StoredSubscription> over(@BindList Collection<String> lastStages, LocalDate before, OffsetDateTime midnight,
                                  int limit);

    /** Addresses by where they stand. */
    record Counted(int confirmed, int waiting, int paused) {
    }

    /** By CASE: HSQLDB 2.7.4 was seen to count 0 where several FILTERs of one statement ask for NULL. */
    @SqlQuery("""
            SELECT COUNT(CASE WHEN confirmed_at IS NOT NULL AND paused_at IS NULL THEN 1 END) AS confirmed,
                   COUNT(CASE WHEN confirmed_at IS NULL AND paused_at IS NULL THEN 1 END) AS waiting,
                   COUNT(CASE WHEN paused_at IS NOT NULL THEN 1 END) AS paused
              FROM subscription""")
    @RegisterConstructorMapper(Counted.class)
    Counted count();
}
