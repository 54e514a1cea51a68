package city.renewal.resident.http;

import city.renewal.base.ChangeFeed;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Answers that were made before, in bounded memory. One stands until its project has news, the day is over, a notice begins or ends, or a minute
 * has passed, which bounds what somebody changes behind the program's back. Of many who ask for the same at once, one
 * makes it and the others wait. Safe for use by many threads.
 */
final class NoticeShelf {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final AtomicLong news = new AtomicLong();
    private final Map<Long, Long> newest = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Cache<Key, Kept> kept;

    /** What an answer depends on besides its project. */
    record Key(NoticeAddress address, String language, String base, LocalDate day) {
    }

    /** @param stamp number of the news that were known before it was made */
    private record Kept(Served served, long stamp) {
    }

    /** @param mostBytes of answers that are kept */
    NoticeShelf(ChangeFeed feed, Clock clock, long mostBytes) {
        this.clock = clock;
        kept = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .<Key, Kept>weigher((key, each) -> each.served().size())
                .expireAfterWrite(LONGEST)
                .build();
        feed.subscribe(change -> newest.merge(change.projectId(), news.incrementAndGet(), Math::max));
    }

    /** @return what is kept and still holds */
    Optional<Served> find(Key key) {
        return Optional.ofNullable(kept.getIfPresent(key)).filter(this::holds).map(Kept::served);
    }

    /**
     * @param maker makes the answer, or says that there is none, which is not kept
     * @return what is kept and still holds, else what is made now
     */
    Optional<Served> get(Key key, Supplier<Optional<Served>> maker) {
        Kept found = kept.asMap().compute(key, (same, before) -> {
            if (before != null && holds(before)) {
                return before;
            }
            long stamp = news.get();
            return maker.get().map(served -> new Kept(served, stamp)).orElse(null);
        });
        return Optional.ofNullable(found).map(Kept::served);
    }

    private boolean holds(Kept each) {
        return newest.getOrDefault(each.served().projectId(), 0L) <= each.stamp()
                && clock.instant().isBefore(each.served().until());
    }
}
