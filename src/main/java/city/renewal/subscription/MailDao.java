package city.renewal.subscription;

import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface MailDao {

    /** A mail as it is queued. */
    record Added(long subscriptionId, MailKind kind, String messageId, String contentSealed, boolean urgent,
                 OffsetDateTime uselessAt) {
    }

    /** A mail that is to be sent now, with its reader. */
    record Due(long id, long subscriptionId, MailKind kind, String messageId, String contentSealed, int attempts,
               String language, String addressSealed, String addressHash) {
    }

    @SqlBatch("""
            INSERT INTO mail (subscription_id, kind, message_id, content_sealed, state, urgent, attempts, queued_at,
                              next_try_at, useless_at)
            VALUES (:m.subscriptionId, :m.kind, :m.messageId, :m.contentSealed, 'QUEUED', :m.urgent, 0, :at, :at,
                    :m.uselessAt)""")
    void add(@BindMethods("m") List<Added> m, OffsetDateTime at);

    @SqlQuery("SELECT COUNT(*) FROM mail WHERE state = 'QUEUED'")
    int queued();

    /** A paused reader is only asked to confirm; of a project that is closed to the public nobody is told. */
    String WANTED = """
              FROM mail m
              JOIN subscription s ON s.id = m.subscription_id
              LEFT JOIN project p ON p.id = s.project_id
              LEFT JOIN account a ON a.id = s.account_id
             WHERE m.state = 'QUEUED' AND (s.paused_at IS NULL OR m.kind = 'CONFIRM')
               AND (p.id IS NULL OR p.open_to_public = TRUE) AND a.closed_at IS NULL
            """;

    /** The oldest of what is due; in the night what is urgent alone. */
    @SqlQuery("""
            SELECT m.id, m.subscription_id, m.kind, m.message_id, m.content_sealed, m.attempts, s.language,
                   s.address_sealed, s.address_hash
            """ + WANTED + """
               AND m.next_try_at <= :now AND (m.urgent = TRUE OR :night = FALSE)
             ORDER BY m.next_try_at, m.id
             LIMIT :limit""")
    @RegisterConstructorMapper(Due.class)
    List<Due> due(OffsetDateTime now, boolean night, int limit);

    /** 1 while the mail is still to be sent to its reader, else 0. */
    @SqlQuery("SELECT COUNT(*) " + WANTED + " AND m.id = :id")
    int wanted(long id);

    @SqlUpdate("""
            UPDATE mail
               SET state = :state, content_sealed = NULL, attempts = attempts + 1, ended_at = :at, error = :error
             WHERE id = :id""")
    void end(long id, MailState state, OffsetDateTime at, @Nullable String error);

    @SqlUpdate("UPDATE mail SET attempts = attempts + 1, next_try_at = :next, error = :error WHERE id = :id")
    void tryAgain(long id, OffsetDateTime next, @Nullable String error);

    @SqlUpdate("""
            UPDATE mail
               SET state = 'EXPIRED', content_sealed = NULL, ended_at = :now
             WHERE state = 'QUEUED' AND useless_at <= :now""")
    int expire(OffsetDateTime now);

    @SqlUpdate("DELETE FROM mail WHERE state <> 'QUEUED' AND ended_at < :before")
    int forget(OffsetDateTime before);

    /** How many there are, and the newest words of the mail server that were no good news. */
    record Counted(int queued, @Nullable OffsetDateTime oldestQueuedAt, int sent, int failed, int expired,
                   @Nullable String error) {
    }

    @SqlQuery("""
            SELECT COUNT(CASE WHEN state = 'QUEUED' THEN 1 END) AS queued,
                   MIN(CASE WHEN state = 'QUEUED' THEN queued_at END) AS oldest_queued_at,
                   COUNT(CASE WHEN state = 'SENT' THEN 1 END) AS sent,
                   COUNT(CASE WHEN state = 'FAILED' THEN 1 END) AS failed,
                   COUNT(CASE WHEN state = 'EXPIRED' THEN 1 END) AS expired,
                   (SELECT error FROM mail WHERE id = (SELECT MAX(id) FROM mail WHERE error IS NOT NULL)) AS error
              FROM mail""")
    @RegisterConstructorMapper(Counted.class)
    Counted count();
}
