package city.renewal.project;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Place} is made from.
 *
 * @param measures what is known of its size, by id of a measure, in the units of the project's kind
 */
public record NewPlace(
        String kind,
        String code,
        String name,
        @Nullable String nameEn,
        @Nullable BigDecimal chainageFrom,
        @Nullable BigDecimal chainageTo,
        Map<String, BigDecimal> measures) {

    public NewPlace {
        measures = Map.copyOf(measures);
    }

    /** A place of which no measure is known. */
    public NewPlace(String kind, String code, String name, @Nullable String nameEn,
                    @Nullable BigDecimal chainageFrom, @Nullable BigDecimal chainageTo) {
        this(kind, code, name, nameEn, chainageFrom, chainageTo, Map.of());
    }
}
