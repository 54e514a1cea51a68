package city.renewal.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the reports of one task come to.
 *
 * @param firstDay of the confirmed ones, null when there is none
 * @param lastDay  of the confirmed ones, null when there is none
 */
public record ReportSums(
        BigDecimal confirmed,
        BigDecimal submitted,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {
}
