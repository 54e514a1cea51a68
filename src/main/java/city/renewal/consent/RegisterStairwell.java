package city.renewal.consent;

import city.renewal.base.Words;
import org.jspecify.annotations.Nullable;

/**
 * One stairwell of the register.
 *
 * @param stairwell as the register writes it
 */
public record RegisterStairwell(
        long placeId, String building, @Nullable String buildingEn, String stairwell, int households) {

    public Words buildings() {
        return new Words(building, buildingEn);
    }
}
