package city.renewal.project;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How large a place, or the whole project, is in one respect.
 *
 * @param place   code of the place, null for the whole project
 * @param measure id of one of the project's kind's measures, in that measure's unit
 * @param amount  not negative
 */
public record PlaceMeasure(@Nullable String place, String measure, BigDecimal amount) {
}
