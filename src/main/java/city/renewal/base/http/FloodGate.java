package city.renewal.base.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often somebody may do something: so many times at once, and again as time goes by. Keeps a bounded number of
 * callers; whoever comes with many names pushes out the oldest, never the memory. Safe for use by many threads.
 */
public final class FloodGate {

    /** Callers remembered. */
    private static final int KEPT = 20_000;

    private final int atOnce;
    private final Duration each;
    private final Clock clock;
    /** By caller: when all that was taken will have come back. */
    private final Map<String, Instant> full = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * @param atOnce times at once, above 0
     * @param each   after which one time comes back
     */
    public FloodGate(int atOnce, Duration each, Clock clock) {
        this.atOnce = atOnce;
        this.each = each;
        this.clock = clock;
    }

    /** @return whether the caller may; a caller who may not loses nothing by asking */
    public synchronized boolean pass(String caller) {
        if (!open(caller)) {
            return false;
        }
        Instant now = clock.instant();
        Instant known = full.getOrDefault(caller, now);
        full.put(caller, (known.isBefore(now) ? now : known).plus(each));
        return true;
    }

    /** @return whether the caller might, without counting it */
    public synchronized boolean open(String caller) {
        Instant known = full.get(caller);
        return known == null || !known.isAfter(clock.instant().plus(each.multipliedBy(atOnce - 1L)));
    }

    /** @return seconds after which the caller may again, at least 1 */
    public synchronized long seconds(String caller) {
        Instant known = full.getOrDefault(caller, Instant.EPOCH);
        return Math.max(1, Duration.between(clock.instant().plus(each.multipliedBy(atOnce - 1L)), known).toSeconds());
    }
}
