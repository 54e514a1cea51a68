package city.renewal.subscription;

import city.renewal.base.ChangeFeed;
import city.renewal.base.Refusal;
import city.renewal.base.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes and sends mails, on one thread of its own. A mail is sent at least once and always under the same Message-ID:
 * it counts as sent when the server took it, and a program that ends in between sends it again. A server that is away
 * loses nothing. What cannot be sent is tried again, ever more rarely, until it is of no use.
 */
public final class MailWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);

    /** Between looks at the outbox. */
    private static final Duration PASS = Duration.ofSeconds(20);
    /** After news, so that several steps of one edit are told together. */
    private static final Duration AFTER_NEWS = Duration.ofSeconds(2);
    /** Between looks at every project, for what time alone makes due. */
    private static final Duration EVERYTHING = Duration.ofMinutes(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final int AT_ONCE = 50;
    private static final int MOST_AT_A_PASS = 1_000;
    /** Attempts after which a mail is given up that its server refuses for good. */
    private static final int REFUSALS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final Duration LONGEST_SERVER_PAUSE = Duration.ofMinutes(15);

    private final MailDao mails;
    private final SubscriptionDao subscriptions;
    private final Outbox outbox;
    private final ChangeLetters changes;
    private final QueueLetters queues;
    private final LetterLayout layout;
    private final Vault vault;
    private final MailSettings settings;
    private final Clock clock;
    private final Set<Long> news = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean called = new AtomicBoolean();
    private @Nullable ScheduledExecutorService thread;
    private Instant everythingAt = Instant.MIN;
    private int failures;
    private Instant serverAt = Instant.MIN;
    private volatile @Nullable String unreachable;

    MailWorker(Jdbi jdbi, Outbox outbox, ChangeLetters changes, QueueLetters queues, LetterLayout layout, Vault vault,
               MailSettings settings, ChangeFeed feed, Clock clock) {
        this.mails = jdbi.onDemand(MailDao.class);
        this.subscriptions = jdbi.onDemand(SubscriptionDao.class);
        this.outbox = outbox;
        this.changes = changes;
        this.queues = queues;
        this.layout = layout;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
        if (settings.configured()) {
            feed.subscribe(change -> {
                if (!change.matters()) {
                    news.add(change.projectId());
                    call();
                }
            });
            outbox.onQueued(this::call);
        }
    }

    /** Begins to work in the background, where there is a mail server; call once. */
    public synchronized void start() {
        if (settings.configured()) {
            thread = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread made = new Thread(work, "mail");
                made.setDaemon(true);
                return made;
            });
            thread.scheduleWithFixedDelay(this::tryPass, PASS.toMillis(), PASS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void call() {
        if (thread != null && !thread.isShutdown() && called.compareAndSet(false, true)) {
            thread.schedule(() -> {
                called.set(false);
                tryPass();
            }, AFTER_NEWS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tryPass() {
        try {
            pass();
        } catch (RuntimeException failed) {
            LOG.error("Mails were not all written or sent; the next look tries again", failed);
        }
    }

    /** Why the server cannot be reached at the moment, null while it can. */
    @Nullable String unreachable() {
        return unreachable;
    }

    /** Writes what is due and sends what waits. The background does it by itself; tests call it. */
    public void pass() {
        write();
        mails.expire(OffsetDateTime.now(clock));
        send();
    }

    private void write() {
        Set<Long> heard = new HashSet<>(news);
        boolean everything = !clock.instant().isBefore(everythingAt);
        if (!everything && heard.isEmpty()) {
            return;
        }
        List<SubscriptionDao.Watched> watched = changes.watched();
        // Only now: without the readers' projects the news stays for the next look.
        news.removeAll(heard);
        if (everything) {
            everythingAt = clock.instant().plus(EVERYTHING);
            writeQueues();
        }
        for (SubscriptionDao.Watched project : watched) {
            if (everything || heard.contains(project.projectId())) {
                try {
                    changes.write(project);
                } catch (RuntimeException failed) {
                    // One project does not keep the news from the readers of the others.
                    LOG.error("The readers of project {} could not be told; the next look tries again", project.code(),
                            failed);
                    news.add(project.projectId());
                }
            }
        }
    }

    private void writeQueues() {
        try {
            queues.write();
        } catch (RuntimeException failed) {
            LOG.error("Staff could not be told what waits for them; tried again in {} minutes", EVERYTHING.toMinutes(),
                    failed);
        }
    }

    private void send() {
        if (clock.instant().isBefore(serverAt)) {
            return;
        }
        boolean night = QuietHours.at(ZonedDateTime.now(clock));
        List<MailDao.Due> due = mails.due(OffsetDateTime.now(clock), night, AT_ONCE);
        if (due.isEmpty()) {
            return;
        }
        try (Postman postman = new Postman(settings, clock)) {
            for (int sent = 0; !due.isEmpty() && sent < MOST_AT_A_PASS; sent += due.size()) {
                for (MailDao.Due mail : due) {
                    // Its reader may have left while the ones before were sent.
                    if (mails.wanted(mail.id()) > 0) {
                        send(mail, postman);
                    }
                }
                due = mails.due(OffsetDateTime.now(clock), night, AT_ONCE);
            }
            failures = 0;
            unreachable = null;
        } catch (Postman.Unreachable failed) {
            unreachable = failed.getMessage();
            serverAt = clock.instant().plus(pause(failures++, LONGEST_SERVER_PAUSE));
            LOG.warn("The mail server cannot be used, mails wait: {}", failed.getMessage());
        }
    }

    private void send(MailDao.Due mail, Postman postman) throws Postman.Unreachable {
        Postman.Delivery delivery;
        try {
            delivery = postman.deliver(
                    layout.lay(outbox.open(mail), mail, MailAddress.open(mail.addressSealed(), vault).text()));
        } catch (Postman.Unreachable failed) {
            // Others go first when the server is back: it may be this mail that it stumbles over.
            later(mail, failed.getMessage());
            throw failed;
        } catch (Refusal sealed) {
            later(mail, sealed.key());
            return;
        } catch (RuntimeException failed) {
            // Without its words, which may quote the mail.
            LOG.error("Mail {} cannot be written ({}) and is tried again", mail.id(), failed.getClass().getName());
            later(mail, failed.getClass().getSimpleName());
            return;
        }
        failures = 0;
        switch (delivery.outcome()) {
            case SENT -> mails.end(mail.id(), MailState.SENT, OffsetDateTime.now(clock), null);
            case UNKNOWN_ADDRESS -> {
                mails.end(mail.id(), MailState.FAILED, OffsetDateTime.now(clock), delivery.error());
                subscriptions.pause(mail.addressHash(), OffsetDateTime.now(clock));
            }
            case REFUSED -> {
                if (mail.attempts() + 1 >= REFUSALS) {
                    mails.end(mail.id(), MailState.FAILED, OffsetDateTime.now(clock), delivery.error());
                } else {
                    later(mail, delivery.error());
                }
            }
            case LATER -> later(mail, delivery.error());
        }
    }

    private void later(MailDao.Due mail, @Nullable String error) {
        mails.tryAgain(mail.id(), OffsetDateTime.now(clock).plus(pause(mail.attempts(), LONGEST_PAUSE)), error);
    }

    /** Twice as long each time. */
    private static Duration pause(int attempts, Duration longest) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 20));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /** Lets what is being sent end, for a few seconds; the rest is sent after the next start. */
    @Override
    public void close() {
        ScheduledExecutorService ending;
        synchronized (this) {
            ending = thread;
        }
        if (ending == null) {
            return;
        }
        ending.shutdown();
        try {
            if (!ending.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                ending.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
