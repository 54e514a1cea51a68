package city.renewal.subscription;

import city.renewal.project.Kinds;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** What time alone does to subscriptions and mails: addresses that are of no use any more are deleted. */
public final class SubscriptionUpkeep {

    /** Days after which an address is deleted that nobody confirmed. */
    static final int UNCONFIRMED_DAYS = 7;
    /** Days that a mail's outcome is kept. */
    static final int MAIL_DAYS = 30;
    private static final int AT_ONCE = 500;

    private final SubscriptionDao dao;
    private final MailDao mails;
    private final Ending ending;
    private final Kinds kinds;
    private final MailSettings settings;
    private final Clock clock;

    SubscriptionUpkeep(Jdbi jdbi, Ending ending, Kinds kinds, MailSettings settings, Clock clock) {
        this.dao = jdbi.onDemand(SubscriptionDao.class);
        this.mails = jdbi.onDemand(MailDao.class);
        this.ending = ending;
        this.kinds = kinds;
        this.settings = settings;
        this.clock = clock;
    }

    /** What was done. */
    public record Done(int unconfirmed, int over) {
    }

    /** Does what is due; harmless when called again. Call at the start and every midnight. */
    public Done run() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        mails.forget(now.minusDays(MAIL_DAYS));
        dao.forgetTold(now.minusDays(ChangeChoice.TOLD_DAYS));
        List<String> lastStages = kinds.all().stream()
                .map(kind -> kind.id() + "/" + kind.stages().getLast().id()).toList();
        LocalDate before = LocalDate.now(clock).minusDays(settings.keepDays());
        OffsetDateTime midnight = before.atStartOfDay(clock.getZone()).toOffsetDateTime();
        return new Done(
                all(End.UNCONFIRMED, () -> dao.unconfirmed(now.minusDays(UNCONFIRMED_DAYS), AT_ONCE)),
                all(End.OVER, () -> dao.over(lastStages, before, midnight, AT_ONCE)));
    }

    private int all(End why, Supplier<List<StoredSubscription>> due) {
        int ended = 0;
        for (List<StoredSubscription> some = due.get(); !some.isEmpty(); some = due.get()) {
            ending.end(some, why);
            ended += some.size();
        }
        return ended;
    }
}
