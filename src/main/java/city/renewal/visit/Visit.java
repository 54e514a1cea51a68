package city.renewal.visit;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An appointment of one household, with what it is for and when. What people wrote stays sealed here.
 *
 * @param bookedBy name of the worker who booked it by telephone, null when the household did
 * @param endedBy  name of the worker who ended it, null when the household did or it has not ended
 */
public record Visit(
        long id,
        long slotId,
        long projectId,
        long workId,
        String title,
        @Nullable String titleEn,
        String workType,
        long householdId,
        long placeId,
        String building,
        @Nullable String buildingEn,
        String stairwell,
        String crew,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        VisitState state,
        @Nullable Long movedFrom,
        @Nullable String remarkSealed,
        @Nullable String phoneSealed,
        @Nullable String bookedBy,
        OffsetDateTime bookedAt,
        @Nullable String reasonSealed,
        @Nullable String endedBy,
        @Nullable OffsetDateTime endedAt) {

    /** @return the last of a household's visits for a work, in the order of their making, that was not moved or cancelled */
    static Optional<Visit> latest(List<Visit> visits, long workId) {
        return visits.stream().filter(visit -> visit.workId() == workId)
                .filter(visit -> visit.state() != VisitState.MOVED && visit.state() != VisitState.CANCELLED)
                .reduce((earlier, later) -> later);
    }

    public Words titles() {
        return new Words(title, titleEn);
    }

    public Words buildings() {
        return new Words(building, buildingEn);
    }

    public LocalDate day(ZoneId zone) {
        return startsAt.atZoneSameInstant(zone).toLocalDate();
    }

    /** @return the hours, such as {@code 09:00–11:00} */
    public String hours(ZoneId zone) {
        return VisitTimes.hours(startsAt, endsAt, zone);
    }
}
