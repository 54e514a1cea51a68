package city.renewal.subscription;

import city.renewal.account.Accounts;
import city.renewal.account.AuditTrail;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.base.Vault;
import city.renewal.plan.HolidayCalendars;
import city.renewal.project.Kinds;
import city.renewal.project.Projects;
import city.renewal.resident.ResidentPages;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** The services of e-mail, which share one outbox. */
public record SubscriptionServices(Subscriptions subscriptions, StaffMessages staff, MailWorker worker,
                                   SubscriptionUpkeep upkeep) {

    /** @param queues what waits for staff */
    public static SubscriptionServices of(Jdbi jdbi, Vault vault, MailSettings settings, Projects projects, Kinds kinds,
                                          ResidentPages pages, Accounts accounts, StaffQueues queues,
                                          HolidayCalendars calendars, Messages messages, AuditTrail audit,
                                          ChangeFeed feed, Clock clock) {
        Outbox outbox = new Outbox(jdbi, vault, clock);
        Asking asking = new Asking(jdbi, outbox, vault, settings, messages, clock);
        Ending ending = new Ending(jdbi, clock);
        MailWorker worker = new MailWorker(jdbi, outbox,
                new ChangeLetters(jdbi, pages, outbox, messages, kinds, clock),
                new QueueLetters(jdbi, accounts, queues, calendars, outbox, messages, clock),
                new LetterLayout(messages, new Keys(vault), settings.publicAddress()), vault, settings, feed, clock);
        return new SubscriptionServices(
                new Subscriptions(jdbi, projects, vault, asking, ending, settings, messages, clock),
                new StaffMessages(jdbi, asking, ending, vault, settings, worker, messages, audit), worker,
                new SubscriptionUpkeep(jdbi, ending, kinds, settings, clock));
    }
}
