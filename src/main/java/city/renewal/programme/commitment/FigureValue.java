package city.renewal.programme.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A dated figure that somebody published or reported.
 *
 * @param asOf   the day that it speaks of
 * @param source where it is from, as readers are told
 * @param why    why it takes the place of one of the same day; null for the first of a day
 */
public record FigureValue(String series, BigDecimal amount, LocalDate asOf, String source, String author,
                          OffsetDateTime writtenAt, @Nullable String why) {

    /** @return for the audit trail */
    String said() {
        return amount.toPlainString() + " " + asOf + " " + source + (why == null ? "" : ": " + why);
    }
}
