package city.renewal.programme.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What was measured here of an indicator by the last evening of a month.
 *
 * @param series   id of the indicator
 * @param amount   done by confirmed reports, in the indicator's unit
 * @param whole    when all projects are done
 * @param projects how many there were
 * @param why      why it takes the place of a value of the same day; null for the first
 */
public record MeasuredValue(String series, LocalDate asOf, BigDecimal amount, BigDecimal whole, int projects,
                            @Nullable Why why, OffsetDateTime writtenAt) {

    /** Why a value of the same day is another than it was. */
    public enum Why {
        /** Reports of days until then were confirmed or corrected later. */
        REPORTS,
        /** The projects that count, their measures, or what their plans weigh changed. */
        PLANS
    }

    /** @return whether both say the same of the same day */
    boolean same(MeasuredValue other) {
        return asOf.equals(other.asOf) && amount.compareTo(other.amount) == 0 && whole.compareTo(other.whole) == 0
                && projects == other.projects;
    }
}
