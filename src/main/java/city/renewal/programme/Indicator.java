package city.renewal.programme;

import city.renewal.base.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure that was published, from {@code config/indicators.yaml}. It is never computed and never changed here;
 * newer figures are added to its series.
 *
 * @param kind    id of the kind of projects it speaks of, or null
 * @param measure {@link #COUNT} or the id of one of the kind's measures; null when nothing here measures it
 * @param value   in the unit
 * @param unit    id of a unit
 * @param source  who published it
 * @param asOf    of which day it is, in the source's words; null where none was published
 * @param note    what the source says or leaves out, or null
 * @param totalOnly whether it may only ever be shown as a total, because its parts would tell of households
 */
public record Indicator(
        String id,
        @Nullable String kind,
        @Nullable String measure,
        Words name,
        BigDecimal value,
        String unit,
        Words source,
        @Nullable Words asOf,
        @Nullable Words note,
        boolean totalOnly) {

    /** The measure of a figure that counts projects. */
    public static final String COUNT = "count";

    public boolean counts() {
        return COUNT.equals(measure);
    }
}
