package city.renewal.consent;

import city.renewal.base.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One building of the register.
 *
 * @param coded households that have a code which works
 */
public record RegisterSummary(
        long placeId,
        String code,
        String name,
        @Nullable String nameEn,
        int households,
        BigDecimal area,
        int coded) {

    public Words names() {
        return new Words(name, nameEn);
    }
}
