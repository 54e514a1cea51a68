package city.renewal.programme.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What there was of something by the evening of a day, in its unit. */
public record DatedAmount(LocalDate asOf, BigDecimal amount) {
}
