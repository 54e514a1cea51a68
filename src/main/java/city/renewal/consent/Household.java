package city.renewal.consent;

import city.renewal.base.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of the register, without what identifies it: door and owner stay sealed.
 *
 * @param stairwell as the register writes it
 * @param floorArea in square metres, above 0
 */
public record Household(
        long id,
        long projectId,
        long placeId,
        String building,
        @Nullable String buildingEn,
        String stairwell,
        BigDecimal floorArea) {

    public Words buildings() {
        return new Words(building, buildingEn);
    }
}
