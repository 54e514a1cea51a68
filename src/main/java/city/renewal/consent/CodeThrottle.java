package city.renewal.consent;

import city.renewal.base.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down the guessing of codes. After five wrong ones an address waits a minute, then twice as long each time, up
 * to an hour. While a project's codes are being guessed from many addresses at once, each address has one wrong try
 * only; whoever types the right code is never kept out by what others do.
 */
final class CodeThrottle {

    private static final int FREE = 5;
    private static final int FREE_UNDER_ATTACK = 1;
    /** Wrong codes of one project in {@link #WINDOW} that make an attack. */
    private static final int ATTACK = 200;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
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
        int over = made.failures() - (attacked(projectId) ? FREE_UNDER_ATTACK : FREE);
        if (over < 0) {
            return;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(over, 6));
        Instant until = made.last().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        if (clock.instant().isBefore(until)) {
            throw new Refusal("code.throttled", Math.max(1, Duration.between(clock.instant(), until).toSeconds()));
        }
    }

    synchronized void failed(long projectId, String from) {
        Instant now = clock.instant();
        Attempts made = addresses.get(from);
        addresses.put(from, new Attempts(made == null ? 1 : made.failures() + 1, now));
        Space space = spaces.get(projectId);
        spaces.put(projectId, space == null || !now.isBefore(space.since().plus(WINDOW))
                ? new Space(1, now)
                : new Space(space.failures() + 1, space.since()));
    }

    synchronized void succeeded(String from) {
        addresses.remove(from);
    }

    private boolean attacked(long projectId) {
        Space space = spaces.get(projectId);
        return space != null && space.failures() >= ATTACK && clock.instant().isBefore(space.since().plus(WINDOW));
    }
}
