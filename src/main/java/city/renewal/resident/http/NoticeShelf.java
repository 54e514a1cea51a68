package city.renewal.resident.http;

import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was made before, in bounded memory. A thing stands until its project has news, it says something else by itself,
 * or a minute has passed, which bounds what somebody changes behind the program's back. Of many who ask for the same at
 * once, one makes it and the others wait; after news they go on getting what was there for as long as the shelf's
 * patience, while one is made anew behind them, so that a thing asked for all the time is always at hand. Safe for use
 * by many threads.
 *
 * @param <K> what it depends on besides its project
 * @param <V> what is kept
 */
final class NoticeShelf<K, V extends NoticeShelf.Thing> {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final AtomicLong news = new AtomicLong();
    private final Map<Long, Long> newest = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration patience;
    private final Cache<K, Kept<V>> kept;

    /** What can be kept. */
    interface Thing {

        /** @return whose news makes it old */
        long projectId();

        /** @return when it says something else without any news */
        Instant until();

        /** @return bytes in memory, about */
        int size();
    }

    private static final class Kept<V extends Thing> {

        private final V thing;
        /** Number of the news that were known before it was made. */
        private final long stamp;
        /** Before it was made: what is told by later news cannot be older. */
        private final Instant begun;
        private final AtomicBoolean remaking = new AtomicBoolean();
        private volatile @Nullable Instant overtaken;

        private Kept(V thing, long stamp, Instant begun) {
            this.thing = thing;
            this.stamp = stamp;
            this.begun = begun;
        }
    }

    /**
     * @param mostBytes of things that are kept
     * @param patience  how long an overtaken thing may still be given; zero for never
     */
    NoticeShelf(ChangeFeed feed, Clock clock, long mostBytes, Duration patience) {
        this.clock = clock;
        this.patience = patience;
        kept = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .<K, Kept<V>>weigher((key, each) -> each.thing.size())
                .expireAfterWrite(LONGEST)
                .build();
        feed.subscribe(this::note);
    }

    private void note(ProjectChange change) {
        if (change.matters()) {
            return;
        }
        newest.merge(change.projectId(), news.incrementAndGet(), Math::max);
        kept.asMap().values().stream()
                .filter(each -> each.thing.projectId() == change.projectId())
                .filter(each -> each.overtaken == null)
                .forEach(each -> each.overtaken = clock.instant());
    }

    /**
     * Never waits, so that it may be asked on a thread that serves many.
     *
     * @param maker makes the thing anew behind the caller, where what is given was overtaken by news
     * @return what is kept and may be given
     */
    Optional<V> atHand(K key, Supplier<Optional<V>> maker) {
        Kept<V> there = kept.getIfPresent(key);
        if (there == null) {
            return Optional.empty();
        }
        if (holds(there)) {
            return Optional.of(there.thing);
        }
        if (!mayStillBeGiven(there)) {
            return Optional.empty();
        }
        if (there.remaking.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> remake(key, maker));
        }
        return Optional.of(there.thing);
    }

    /**
     * Waits while the thing is made.
     *
     * @param maker makes the thing, or says that there is none, which is not kept
     * @return what is kept and may be given, else what is made now
     */
    Optional<V> get(K key, Supplier<Optional<V>> maker) {
        return atHand(key, maker).or(() -> made(key, maker));
    }

    private void remake(K key, Supplier<Optional<V>> maker) {
        try {
            made(key, maker);
        } catch (RuntimeException failed) {
            // Whoever asks once patience is over makes it again and is told.
            kept.invalidate(key);
        }
    }

    private Optional<V> made(K key, Supplier<Optional<V>> maker) {
        Kept<V> found = kept.asMap().compute(key, (same, before) -> {
            if (before != null && holds(before)) {
                return before;
            }
            long stamp = news.get();
            Instant begun = clock.instant();
            return maker.get().map(thing -> new Kept<>(thing, stamp, begun)).orElse(null);
        });
        return Optional.ofNullable(found).map(each -> each.thing);
    }

    private boolean holds(Kept<V> each) {
        return newest.getOrDefault(each.thing.projectId(), 0L) <= each.stamp
                && clock.instant().isBefore(each.thing.until());
    }

    private boolean mayStillBeGiven(Kept<V> each) {
        Instant now = clock.instant();
        // Null where the news came while it was being made.
        Instant since = Objects.requireNonNullElse(each.overtaken, each.begun);
        return now.isBefore(since.plus(patience)) && now.isBefore(each.thing.until());
    }
}
