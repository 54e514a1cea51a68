package city.renewal.project;

import java.math.BigDecimal;

/**
 * How large a place is in one respect.
 *
 * @param place   code of the place
 * @param measure id of one of the project's kind's measures, in that measure's unit
 * @param amount  not negative
 */
public record PlaceMeasure(String place, String measure, BigDecimal amount) {
}
