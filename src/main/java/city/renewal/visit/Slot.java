package city.renewal.visit;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A time at which a crew is at a stairwell.
 *
 * @param capacity homes it can do in that time
 * @param taken    appointments that were neither moved nor cancelled
 */
public record Slot(
        long id,
        long projectId,
        long workId,
        String workType,
        long placeId,
        String building,
        @Nullable String buildingEn,
        String stairwell,
        String crew,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        int capacity,
        int taken) {

    public Words buildings() {
        return new Words(building, buildingEn);
    }

    public int free() {
        return Math.max(0, capacity - taken);
    }

    public LocalDate day(ZoneId zone) {
        return startsAt.atZoneSameInstant(zone).toLocalDate();
    }

    /** @return the hours, such as {@code 09:00–11:00} */
    public String hours(ZoneId zone) {
        return VisitTimes.hours(startsAt, endsAt, zone);
    }
}
