package city.renewal.programme.commitment;

import city.renewal.base.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A commitment of a year with its first and its newest promise.
 *
 * @param number    its number in the year; year and number are its address
 * @param measure   see {@link NewCommitment}
 * @param series    of dated figures that it follows, null where projects are linked
 * @param unit      id of a unit
 * @param phone     public
 * @param newest    the same as the first where nothing was changed
 * @param withdrawn null while it stands
 * @param revision  grows with every change; a change names the one it was made on
 */
public record Commitment(
        long id,
        int year,
        int number,
        Words name,
        Basis basis,
        @Nullable String measure,
        @Nullable String series,
        String unit,
        String owner,
        String ownerRole,
        String phone,
        Promise first,
        Promise newest,
        @Nullable Withdrawal withdrawn,
        int revision) {

    /** @return whether target or due day are others than first promised */
    public boolean changed() {
        return !newest.same(first);
    }

    /** @return first day of the year that it is promised for */
    public LocalDate begins() {
        return LocalDate.of(year, 1, 1);
    }
}
