package city.renewal.visit;

import city.renewal.base.Words;
import org.jspecify.annotations.Nullable;

/**
 * How far a work is in one building, counted from the register and the appointments. Each household counts once, by its
 * latest appointment.
 *
 * @param notHome  households whose crew found nobody and who have not booked again
 * @param declined households that do not want the work
 */
public record Remaining(
        long workId,
        long placeId,
        String building,
        @Nullable String buildingEn,
        int households,
        int done,
        int booked,
        int notHome,
        int declined) {

    public Words buildings() {
        return new Words(building, buildingEn);
    }

    /** @return households that have neither booked nor had the work */
    public int notBooked() {
        return households - done - booked - notHome - declined;
    }
}
