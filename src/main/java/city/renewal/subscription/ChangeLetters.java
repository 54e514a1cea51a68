package city.renewal.subscription;

import city.renewal.base.Messages;
import city.renewal.project.Kinds;
import city.renewal.resident.ResidentChange;
import city.renewal.resident.ResidentPage;
import city.renewal.resident.ResidentPages;
import city.renewal.resident.ResidentPlace;
import city.renewal.resident.ResidentWords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes to the readers of a project what is new, once. */
final class ChangeLetters {

    /** Confirmed reports that are looked back on, over all buildings and at most two weeks; more are on the page. */
    private static final int REPORTS = 5_000;
    /** After so many days nobody needs a digest of that morning. */
    private static final int DIGEST_HOLDS_DAYS = 3;

    private final Jdbi jdbi;
    private final SubscriptionDao dao;
    private final ResidentPages pages;
    private final Outbox outbox;
    private final Messages messages;
    private final Kinds kinds;
    private final Clock clock;

    ChangeLetters(Jdbi jdbi, ResidentPages pages, Outbox outbox, Messages messages, Kinds kinds, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(SubscriptionDao.class);
        this.pages = pages;
        this.outbox = outbox;
        this.messages = messages;
        this.kinds = kinds;
        this.clock = clock;
    }

    List<SubscriptionDao.Watched> watched() {
        return dao.watched();
    }

    /**
     * Queues what the readers of a project have to be told now, and remembers that they were told, in one transaction;
     * harmless when called again. Takes as many statements for one reader as for a thousand. What a project that is not
     * public any more has to say is told to nobody.
     *
     * @return how many mails were queued
     */
    int write(SubscriptionDao.Watched project) {
        ResidentPage page = ChangeChoice.progressFrom(ZonedDateTime.now(clock))
                .map(from -> pages.page(project.code(), false, from, REPORTS))
                .orElseGet(() -> pages.page(project.code(), false, 0)).orElse(null);
        if (page == null || outbox.full()) {
            return 0;
        }
        Map<Long, Set<String>> told = dao.toldOf(project.projectId()).stream().collect(Collectors.groupingBy(
                SubscriptionDao.Told::subscriptionId, Collectors.mapping(SubscriptionDao.Told::about, Collectors.toSet())));
        return write(page, dao.readers(project.projectId()), told);
    }

    private int write(ResidentPage page, List<StoredSubscription> readers, Map<Long, Set<String>> told) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        Map<Locale, ResidentWords> words = new HashMap<>();
        Map<String, List<ResidentChange>> changes = new HashMap<>();
        List<Outbox.Queued> mails = new ArrayList<>();
        List<SubscriptionDao.Told> telling = new ArrayList<>();
        for (StoredSubscription reader : readers) {
            ResidentPlace place = reader.building() == null ? null
                    : page.door(reader.building(), reader.stairwell()).orElse(null);
            if (reader.building() != null && place == null) {
                continue;
            }
            ResidentWords said = words.computeIfAbsent(reader.locale(), language -> ResidentWords.in(language, messages,
                    kinds, LocalDate.now(clock), clock.getZone()));
            ChangeChoice choice = ChangeChoice.of(changes.computeIfAbsent(reader.language() + " " + reader.scope(),
                            same -> ResidentChange.of(page, place, reader.stairwell(), said)),
                    reader.confirmedAt(), told.getOrDefault(reader.id(), Set.of()), now);
            if (choice.empty()) {
                continue;
            }
            mails.add(new Outbox.Queued(reader.id(), MailKind.CHANGES, letter(choice, reader, page, place, said),
                    choice.urgent(), uselessAt(choice, now)));
            choice.told().forEach(about -> telling.add(new SubscriptionDao.Told(reader.id(), about)));
        }
        if (!mails.isEmpty()) {
            jdbi.useTransaction(handle -> {
                dao.tell(telling, now.toOffsetDateTime());
                outbox.queue(mails);
            });
        }
        return mails.size();
    }

    /** Notices alone are of no use when the last of them is over. */
    private static OffsetDateTime uselessAt(ChangeChoice choice, ZonedDateTime now) {
        OffsetDateTime holds = now.plusDays(DIGEST_HOLDS_DAYS).toOffsetDateTime();
        if (!choice.digest().isEmpty() || !choice.progress().isEmpty()) {
            return holds;
        }
        return choice.soon().stream().map(change -> change.notice().span().to())
                .max(OffsetDateTime.timeLineOrder()).filter(over -> over.isBefore(holds)).orElse(holds);
    }

    private Letter letter(ChangeChoice choice, StoredSubscription reader, ResidentPage page,
                          @Nullable ResidentPlace place, ResidentWords words) {
        String name = words.words(page.name());
        String door = place == null ? name : name + " · " + (reader.stairwell() == null ? words.words(place.name())
                : words.text("notice-page.at-door", words.words(place.name()), reader.stairwell()));
        String link = "/n/" + reader.scope() + "?lang=" + reader.locale().getLanguage();
        Function<ResidentChange, Letter.Item> item = change -> new Letter.Item(change.title(), change.text(),
                change.link() == null ? link : change.link());
        List<Letter.Item> items = Stream.of(
                        choice.soon().stream().map(change -> new Letter.Item(
                                soon(change, page.today(), words), change.text(), link)),
                        choice.digest().stream().map(item),
                        choice.progress().stream().map(item))
                .flatMap(Function.identity()).toList();
        int left = items.size() - Letter.MOST_ITEMS;
        return new Letter(items.size() == 1
                ? words.text("letter.changes.subject", name, items.getFirst().title())
                : words.text("letter.changes.subject.several", name, items.getFirst().title(), items.size() - 1),
                door, words.text(choice.soon().isEmpty() ? "letter.changes.text" : "letter.changes.text.soon"), items,
                left > 0 ? words.text("letter.changes.more", left) : null, link,
                words.text("letter.changes.link"), words.text("letter.note"));
    }

    private static String soon(ResidentChange change, LocalDate today, ResidentWords words) {
        LocalDate day = change.notice().span().from().atZoneSameInstant(words.zone()).toLocalDate();
        if (change.notice().cancelled() || day.isBefore(today) || day.isAfter(today.plusDays(1))) {
            return change.title();
        }
        return words.text(day.equals(today) ? "letter.changes.today" : "letter.changes.tomorrow", change.title());
    }
}
