package city.renewal.project;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a {@link Place} is made from. */
public record NewPlace(
        String kind,
        String code,
        String name,
        @Nullable String nameEn,
        @Nullable BigDecimal chainageFrom,
        @Nullable BigDecimal chainageTo) {
}
