package city.renewal.subscription;

import city.renewal.account.Account;
import city.renewal.account.Accounts;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.plan.HolidayCalendars;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to staff on the morning of each working day what waits for them, where something does. */
final class QueueLetters {

    private static final Logger LOG = LoggerFactory.getLogger(QueueLetters.class);

    private static final LocalTime FROM = LocalTime.of(7, 30);
    /** A later mail would not be one of the morning. */
    private static final LocalTime TO = LocalTime.NOON;
    private static final String OFFICE = "office";

    private final Jdbi jdbi;
    private final SubscriptionDao dao;
    private final Accounts accounts;
    private final StaffQueues queues;
    private final HolidayCalendars calendars;
    private final Outbox outbox;
    private final Messages messages;
    private final Clock clock;

    QueueLetters(Jdbi jdbi, Accounts accounts, StaffQueues queues, HolidayCalendars calendars, Outbox outbox,
                 Messages messages, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(SubscriptionDao.class);
        this.accounts = accounts;
        this.queues = queues;
        this.calendars = calendars;
        this.outbox = outbox;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Queues what is due this morning and remembers for whom it was looked up; harmless when called again.
     *
     * @return how many mails were queued
     */
    int write() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        LocalTime time = now.toLocalTime();
        if (time.isBefore(FROM) || !time.isBefore(TO) || outbox.full()) {
            return 0;
        }
        LocalDate today = now.toLocalDate();
        String about = "queue/" + today;
        Set<Long> told = new HashSet<>(dao.toldAbout(about));
        List<StoredSubscription> due = dao.staff().stream().filter(each -> !told.contains(each.id())).toList();
        if (due.isEmpty() || !calendars.calendar(OFFICE).isWorking(today)) {
            return 0;
        }
        Map<Long, Account> known = accounts.all().stream().filter(account -> account.closedAt() == null)
                .collect(Collectors.toMap(Account::id, Function.identity()));
        StaffQueues.Morning morning = queues.begin();
        List<Outbox.Queued> mails = new ArrayList<>();
        List<SubscriptionDao.Told> telling = new ArrayList<>();
        for (StoredSubscription each : due) {
            Account account = known.get(each.accountId());
            try {
                List<StaffQueues.Line> lines = account == null ? List.of()
                        : morning.of(account.actor(), each.locale());
                if (!lines.isEmpty()) {
                    mails.add(new Outbox.Queued(each.id(), MailKind.QUEUE, letter(lines, each.locale(), today), false,
                            today.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime()));
                }
                telling.add(new SubscriptionDao.Told(each.id(), about));
            } catch (RuntimeException failed) {
                // One person's queue does not keep theirs from the others.
                LOG.error("What waits for account {} could not be told; the next look tries again", each.accountId(),
                        failed);
            }
        }
        jdbi.useTransaction(handle -> {
            dao.tell(telling, now.toOffsetDateTime());
            outbox.queue(mails);
        });
        return mails.size();
    }

    private Letter letter(List<StaffQueues.Line> lines, Locale language, LocalDate today) {
        String day = new Formats(messages, language, today).date(today);
        int left = lines.size() - Letter.MOST_ITEMS;
        return new Letter(messages.text(language, "letter.queue.subject", day, lines.size()),
                messages.text(language, "letter.queue.heading", day), messages.text(language, "letter.queue.text"),
                lines.stream().map(line -> new Letter.Item(line.title(), line.text(), line.link())).toList(),
                left > 0 ? messages.text(language, "letter.queue.more", left) : null, "/desk",
                messages.text(language, "letter.queue.link"), messages.text(language, "letter.queue.note"));
    }
}
