package city.renewal.visit;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How hours of appointments are written, in every language. */
final class VisitTimes {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private VisitTimes() {
    }

    static String hours(OffsetDateTime from, OffsetDateTime to, ZoneId zone) {
        return hours(from.atZoneSameInstant(zone).toLocalTime(), to.atZoneSameInstant(zone).toLocalTime());
    }

    static String hours(LocalTime from, LocalTime to) {
        return HOUR.format(from) + "–" + HOUR.format(to);
    }
}
