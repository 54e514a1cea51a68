package city.renewal.subscription;

import city.renewal.base.Vault;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mails that are to be sent, in the database. Queuing inside a transaction of the thread stands and falls with it. Safe
 * for use by many threads.
 */
final class Outbox {

    /** Mails that may wait; more are not queued, and what they would tell is told when there is room again. */
    static final int MOST_QUEUED = 20_000;

    private static final String ABOUT = "mail content";

    private final MailDao dao;
    private final Vault vault;
    private final Clock clock;
    private volatile @Nullable Runnable listener;

    Outbox(Jdbi jdbi, Vault vault, Clock clock) {
        this.dao = jdbi.onDemand(MailDao.class);
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A mail for a reader.
     *
     * @param urgent    whether it may go out in the night
     * @param uselessAt from when on it helps nobody
     */
    record Queued(long subscriptionId, MailKind kind, Letter letter, boolean urgent, OffsetDateTime uselessAt) {
    }

    /** Calls this soon after mails were queued; it must return at once. */
    void onQueued(Runnable called) {
        listener = called;
    }

    boolean full() {
        return dao.queued() >= MOST_QUEUED;
    }

    void queue(List<Queued> mails) {
        if (mails.isEmpty()) {
            return;
        }
        dao.add(mails.stream().map(mail -> new MailDao.Added(mail.subscriptionId(), mail.kind(),
                UUID.randomUUID().toString(), vault.seal(JsonMapper.shared().writeValueAsString(mail.letter()), ABOUT),
                mail.urgent(), mail.uselessAt())).toList(), OffsetDateTime.now(clock));
        Runnable called = listener;
        if (called != null) {
            called.run();
        }
    }

    Letter open(MailDao.Due mail) {
        return JsonMapper.shared().readValue(vault.open(mail.contentSealed(), ABOUT), Letter.class);
    }
}
