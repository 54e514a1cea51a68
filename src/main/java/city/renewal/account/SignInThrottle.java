package city.renewal.account;

import city.renewal.base.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down the guessing of passwords and tokens: after five failures a login, or the beginning of a token, is refused
 * from that address for a minute, and longer with each further failure, up to an hour.
 */
final class SignInThrottle {

    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    /** Entries kept; an attacker with many addresses pushes out the oldest, never the memory. */
    private static final int KEPT = 10_000;

    private record Attempts(int failures, Instant until) {
    }

    private final Clock clock;
    private final Map<String, Attempts> attempts = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > KEPT;
        }
    };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    synchronized void check(String login, String from) {
        Attempts made = attempts.get(key(login, from));
        if (made != null && clock.instant().isBefore(made.until())) {
            long seconds = Math.max(1, Duration.between(clock.instant(), made.until()).toSeconds());
            throw new Refusal("login.throttled", seconds);
        }
    }

    synchronized void failed(String login, String from) {
        Attempts made = attempts.getOrDefault(key(login, from), new Attempts(0, Instant.EPOCH));
        int failures = made.failures() + 1;
        Instant until = failures < FREE_FAILURES
                ? Instant.EPOCH
                : clock.instant().plus(waitAfter(failures - FREE_FAILURES));
        attempts.put(key(login, from), new Attempts(failures, until));
    }

    synchronized void succeeded(String login, String from) {
        attempts.remove(key(login, from));
    }

    private static Duration waitAfter(int further) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(further, 6));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String key(String login, String from) {
        return login + "\n" + from;
    }
}
