package city.renewal.programme.commitment;

import city.renewal.base.Words;
import city.renewal.plan.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What one project brings to a commitment, in the commitment's unit.
 *
 * @param present     by confirmed reports
 * @param whole       when all of it is done
 * @param reportedOn  day of its newest confirmed report, or null
 * @param confirmedAt when that was confirmed, or null
 * @param supervisor  organisation that confirms, null when the project names none
 */
public record LinkedProject(
        long id,
        String code,
        String kind,
        Words name,
        String stage,
        Standing standing,
        BigDecimal present,
        BigDecimal whole,
        @Nullable LocalDate reportedOn,
        @Nullable OffsetDateTime confirmedAt,
        @Nullable String supervisor) {
}
