package city.renewal.programme.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A dated figure that somebody published or reported.
 *
 * @param asOf   the day that it speaks of
 * @param source where it is from, as readers are told
 */
public record FigureValue(String series, BigDecimal amount, LocalDate asOf, String source, String author,
                          OffsetDateTime writtenAt) {
}
