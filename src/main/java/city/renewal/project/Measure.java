package city.renewal.project;

import java.math.BigDecimal;

/**
 * How large a project is in one respect.
 *
 * @param measure id of one of the kind's measures, such as {@code area}
 * @param amount  not negative
 * @param unit    id of a unit, such as {@code m2}
 */
public record Measure(String measure, BigDecimal amount, String unit) {
}
