package city.renewal.programme.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What was promised: never changed, only followed by another.
 *
 * @param promiseNo 1 for the first
 * @param target    at least this much, above 0, in the commitment's unit
 * @param dueOn     last day on which it is in time
 * @param why       why it took the place of the one before, as residents read it; null for the first
 */
public record Promise(int promiseNo, BigDecimal target, LocalDate dueOn, @Nullable String why, String author,
                      OffsetDateTime writtenAt) {

    /** @return whether both say the same */
    public boolean same(Promise other) {
        return target.compareTo(other.target) == 0 && dueOn.equals(other.dueOn);
    }
}
