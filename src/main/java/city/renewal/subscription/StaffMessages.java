package city.renewal.subscription;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.Vault;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The address to which a member of staff is sent what waits for them, and how sending goes. */
public final class StaffMessages {

    private final Jdbi jdbi;
    private final SubscriptionDao dao;
    private final MailDao mails;
    private final Asking asking;
    private final Ending ending;
    private final Vault vault;
    private final MailSettings settings;
    private final MailWorker worker;
    private final Messages messages;
    private final AuditTrail audit;

    StaffMessages(Jdbi jdbi, Asking asking, Ending ending, Vault vault, MailSettings settings, MailWorker worker,
                  Messages messages, AuditTrail audit) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(SubscriptionDao.class);
        this.mails = jdbi.onDemand(MailDao.class);
        this.asking = asking;
        this.ending = ending;
        this.vault = vault;
        this.settings = settings;
        this.worker = worker;
        this.messages = messages;
        this.audit = audit;
    }

    /** @return whether mails can be sent here */
    public boolean offered() {
        return settings.configured();
    }

    /** Where an address stands. */
    public enum Standing {
        /** The link in its mail was not followed yet. */
        WAITING,
        CONFIRMED,
        /** Its mail server knows no such address. */
        PAUSED
    }

    /** @param address masked */
    public record Own(String address, Locale language, Standing standing) {
    }

    /** @return the person's own address, empty where there is none */
    public Optional<Own> own(Actor actor) {
        return dao.ofAccount(actor.accountId()).map(found -> new Own(
                MailAddress.open(found.addressSealed(), vault).masked(), found.locale(),
                found.pausedAt() != null ? Standing.PAUSED
                        : found.confirmedAt() == null ? Standing.WAITING : Standing.CONFIRMED));
    }

    /**
     * Gives the person's address, in the place of the one before. Its owner is asked by mail.
     *
     * @throws Refusal when no mails are sent here, too many wait, or it is no address
     */
    public void give(Actor actor, String typed, Locale language) {
        MailAddress address = MailAddress.of(typed);
        jdbi.useTransaction(handle -> {
            Optional<StoredSubscription> before = dao.ofAccount(actor.accountId());
            before.filter(each -> !each.addressHash().equals(address.hash(vault)))
                    .ifPresent(each -> ending.end(List.of(each), End.LEFT));
            asking.ask(new Asking.Wanted("desk/" + actor.login(), null, null, null, actor.accountId()), address, language,
                    messages.text(language, "letter.queue.name"), "/desk/messages");
            audit.record(actor, "messages.give", "account:" + actor.login(), null, address.masked());
        });
    }

    /** Deletes the person's address; harmless when there is none. */
    public void stop(Actor actor) {
        jdbi.useTransaction(handle -> dao.ofAccount(actor.accountId()).ifPresent(found -> {
            ending.end(List.of(found), End.LEFT);
            audit.record(actor, "messages.stop", "account:" + actor.login(), null, null);
        }));
    }

    /**
     * How sending goes.
     *
     * @param host      of the mail server
     * @param from      address that mails come from
     * @param readers   addresses that are told
     * @param waiting   addresses that were not confirmed yet
     * @param paused    addresses that their mail servers do not know
     * @param queued    mails that wait
     * @param oldestAt  since when the oldest of them waits, null for none
     * @param sent      mails of the last {@value SubscriptionUpkeep#MAIL_DAYS} days, as are failed and expired ones
     * @param error     what the mail server said last that was no good news, without addresses; null for nothing
     * @param unreachable why the mail server cannot be reached at the moment, null while it can
     */
    public record Sending(String host, String from, int readers, int waiting, int paused, int queued,
                          @Nullable OffsetDateTime oldestAt, int sent, int failed, int expired, @Nullable String error,
                          @Nullable String unreachable) {
    }

    /** @throws Refusal when the actor is no administrator */
    public Sending sending(Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        SubscriptionDao.Counted readers = dao.count();
        MailDao.Counted counted = mails.count();
        return new Sending(settings.host(), settings.from(), readers.confirmed(), readers.waiting(), readers.paused(),
                counted.queued(), counted.oldestQueuedAt(), counted.sent(), counted.failed(), counted.expired(),
                counted.error(), worker.unreachable());
    }
}
