package city.renewal.subscription;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The first half of the double opt-in: somebody gave an address, and its owner is asked. */
final class Asking {

    /** How long the link in the mail can be followed. */
    static final Duration LINK_HOLDS = Duration.ofHours(24);
    /** Before that an address is not asked again about the same. */
    private static final Duration BETWEEN = Duration.ofMinutes(10);
    private static final String CONFIRM_PATH = "/mail/confirm/";

    private final Jdbi jdbi;
    private final SubscriptionDao dao;
    private final Outbox outbox;
    private final Vault vault;
    private final Keys keys;
    private final MailSettings settings;
    private final Messages messages;
    private final Clock clock;

    Asking(Jdbi jdbi, Outbox outbox, Vault vault, MailSettings settings, Messages messages, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(SubscriptionDao.class);
        this.outbox = outbox;
        this.vault = vault;
        this.keys = new Keys(vault);
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    /** What somebody wants to be told of; the parts are those of {@link StoredSubscription}. */
    record Wanted(String scope, @Nullable Long projectId, @Nullable String building, @Nullable Integer stairwell,
                  @Nullable Long accountId) {
    }

    /** @throws Refusal when no mails are sent here, or too many wait */
    void check() {
        if (!settings.configured()) {
            throw new Refusal("subscription.off");
        }
        if (outbox.full()) {
            throw new Refusal("subscription.busy");
        }
    }

    /**
     * @param name what it is about, in the language
     * @param link where that is shown
     * @throws Refusal as {@link #check}
     */
    void ask(Wanted wanted, MailAddress address, Locale language, String name, String link) {
        check();
        OffsetDateTime now = OffsetDateTime.now(clock);
        String key = keys.confirming();
        SubscriptionDao.Added added = new SubscriptionDao.Added(wanted.scope(), wanted.projectId(), wanted.building(),
                wanted.stairwell(), wanted.accountId(), language.toLanguageTag(), address.seal(vault),
                address.hash(vault), Keys.hash(key), now.plus(LINK_HOLDS), now);
        jdbi.useTransaction(handle -> {
            Optional<StoredSubscription> known = dao.find(wanted.scope(), added.addressHash());
            if (known.isPresent() && known.get().askedAt().plus(BETWEEN).isAfter(now)) {
                return;
            }
            if (known.isPresent() && known.get().runs()) {
                dao.askedAgain(known.get().id(), now);
                outbox.queue(List.of(new Outbox.Queued(known.get().id(), MailKind.KNOWN,
                        letter(false, language, name, link), true, now.plus(LINK_HOLDS))));
                return;
            }
            long id = known.map(StoredSubscription::id).orElseGet(() -> dao.add(added));
            known.ifPresent(before -> dao.askAgain(before.id(), added));
            outbox.queue(List.of(new Outbox.Queued(id, MailKind.CONFIRM,
                    letter(true, language, name, CONFIRM_PATH + key), true, now.plus(LINK_HOLDS))));
        });
    }

    private Letter letter(boolean confirm, Locale language, String name, String link) {
        return new Letter(messages.text(language, confirm ? "letter.confirm.subject" : "letter.known.subject", name),
                name, messages.text(language, confirm ? "letter.confirm.text" : "letter.known.text", name,
                        LINK_HOLDS.toHours()), List.of(), null, link,
                messages.text(language, confirm ? "letter.confirm.link" : "letter.known.link"),
                messages.text(language, confirm ? "letter.confirm.note" : "letter.note"));
    }
}
