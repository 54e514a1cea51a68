package city.renewal.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands where it was last moved to. For one thread. */
final class MovedClock extends Clock {

    private final ZoneId zone;
    private Instant now = Instant.EPOCH;

    MovedClock(ZoneId zone) {
        this.zone = zone;
    }

    void moveTo(Instant to) {
        now = to;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.fixed(now, other);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
