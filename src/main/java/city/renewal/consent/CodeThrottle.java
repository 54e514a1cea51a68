package city.renewal.consent;

import city.renewal.base.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down the guessing of codes, and leaves neighbours alone who share an address, as telephones behind one gateway do:
 * an address has sixty wrong codes at once and one every ten seconds after them. While a project's codes are being
 * guessed from many addresses, each has ten, and one a minute. An hour without a wrong one makes up for all. A right code
 * makes up for none, or whoever has one could guess without end.
 */
final class CodeThrottle {

    private static final int FREE = 60;
    private static final int FREE_UNDER_ATTACK = 10;
    /** Wrong codes of one project in {@link #WINDOW} that make an attack. */
    private static final int ATTACK = 200;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration WAIT_UNDER_ATTACK = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    /** Addresses kept; one who has many pushes out the oldest, never the memory. */
    private static final int KEPT = 10_000;

    private record Attempts(int failures, Instant last) {
    }

    private record Space(int failures, Instant since) {
    }

    private final Clock clock;
    private final Map<String, Attempts> addresses = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > KEPT;
        }
    };
    private final Map<Long, Space> spaces = new HashMap<>();

    CodeThrottle(Clock clock) {
        this.clock = clock;
    }

    /** @throws Refusal when the address has to wait, with the seconds */
    synchronized void check(long projectId, String from) {
        Attempts made = addresses.get(from);
        if (made == null) {
            return;
        }
        boolean attacked = attacked(projectId);
        if (made.failures() < (attacked ? FREE_UNDER_ATTACK : FREE)) {
            return;
        }
        Instant until = made.last().plus(attacked ? WAIT_UNDER_ATTACK : WAIT);
        if (clock.instant().isBefore(until)) {
            throw new Refusal("code.throttled", Math.max(1, Duration.between(clock.instant(), until).toSeconds()));
        }
    }

    synchronized void failed(long projectId, String from) {
        Instant now = clock.instant();
        Attempts made = addresses.get(from);
        boolean first = made == null || !now.isBefore(made.last().plus(FORGOTTEN));
        addresses.put(from, new Attempts(first ? 1 : made.failures() + 1, now));
        Space space = spaces.get(projectId);
        spaces.put(projectId, space == null || !now.isBefore(space.since().plus(WINDOW))
                ? new Space(1, now)
                : new Space(space.failures() + 1, space.since()));
    }

    private boolean attacked(long projectId) {
        Space space = spaces.get(projectId);
        return space != null && space.failures() >= ATTACK && clock.instant().isBefore(space.since().plus(WINDOW));
    }
}
