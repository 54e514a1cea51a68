package city.renewal.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Who changed what, when, and what it was before. Only ever added to. */
public final class AuditTrail {

    private final Jdbi jdbi;
    private final Dao dao;
    private final Clock clock;

    public AuditTrail(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(Dao.class);
        this.clock = clock;
    }

    /**
     * Adds an entry; inside a transaction of the same thread it stands and falls with it.
     *
     * @param action  what was done, a dotted code such as {@code report.confirm}
     * @param subject what it was done to, such as {@code task:17}
     * @param before  what it was, null for something new
     * @param after   what it became, null for something gone
     */
    public void record(Actor actor, String action, String subject, @Nullable String before, @Nullable String after) {
        dao.add(OffsetDateTime.now(clock), actor.login(), action, subject, before, after);
    }

    /**
     * One change among several.
     *
     * @param subject what it was done to
     * @param before  what it was, null for something new
     * @param after   what it became, null for something gone
     */
    public record Change(String subject, @Nullable String before, @Nullable String after) {
    }

    /** As {@link #record}, for several subjects of one action, in one go. */
    public void recordAll(Actor actor, String action, List<Change> changes) {
        if (!changes.isEmpty()) {
            dao.addAll(OffsetDateTime.now(clock), actor.login(), action, changes);
        }
    }

    /** As {@link #record}, but stands even where the transaction of the thread falls, as it does after a refusal. */
    public void recordApart(Actor actor, String action, String subject, @Nullable String before,
                            @Nullable String after) {
        try (Handle apart = jdbi.open()) {
            apart.attach(Dao.class).add(OffsetDateTime.now(clock), actor.login(), action, subject, before, after);
        }
    }

    interface Dao {
        @SqlUpdate("""
                INSERT INTO audit_entry (happened_at, actor, action, subject, before_text, after_text)
                VALUES (:happenedAt, :actor, :action, :subject, :beforeText, :afterText)""")
        void add(OffsetDateTime happenedAt, String actor, String action, String subject,
                 @Nullable String beforeText, @Nullable String afterText);

        @SqlBatch("""
                INSERT INTO audit_entry (happened_at, actor, action, subject, before_text, after_text)
                VALUES (:happenedAt, :actor, :action, :c.subject, :c.before, :c.after)""")
        void addAll(OffsetDateTime happenedAt, String actor, String action, @BindMethods("c") List<Change> c);
    }
}
