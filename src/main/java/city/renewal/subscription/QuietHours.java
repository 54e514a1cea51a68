package city.renewal.subscription;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/** The night, in which nobody is told what can wait. */
final class QuietHours {

    static final LocalTime FROM = LocalTime.of(22, 0);
    static final LocalTime TO = LocalTime.of(7, 0);
    /** What begins before this hour of the morning cannot wait for the end of the night. */
    private static final LocalTime EARLY = LocalTime.of(9, 0);

    private QuietHours() {
    }

    static boolean at(ZonedDateTime now) {
        LocalTime time = now.toLocalTime();
        return !time.isBefore(FROM) || time.isBefore(TO);
    }

    /** @return the moment before which something has to begin to be told in this night, by day in the coming one */
    static ZonedDateTime early(ZonedDateTime now) {
        boolean morning = now.toLocalTime().isBefore(TO);
        return now.toLocalDate().plusDays(morning ? 0 : 1).atTime(EARLY).atZone(now.getZone());
    }
}
