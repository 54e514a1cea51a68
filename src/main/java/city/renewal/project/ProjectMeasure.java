package city.renewal.project;

import java.math.BigDecimal;

/** A {@link Measure} with the project it belongs to, for lists of many projects. */
public record ProjectMeasure(long projectId, String measure, BigDecimal amount, String unit) {
}
