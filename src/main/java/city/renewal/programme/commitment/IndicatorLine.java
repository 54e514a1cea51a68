package city.renewal.programme.commitment;

import city.renewal.programme.Indicator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published indicator, with what this installation measures of the same beside it.
 *
 * @param values   figures published later than the one that the indicator came with, newest first
 * @param measured null where nothing here measures it
 * @param past     what was measured by the ends of months, newest day first, and of a day the newest first
 */
public record IndicatorLine(Indicator indicator, List<FigureValue> values, @Nullable Here measured,
                            List<MeasuredValue> past) {

    /**
     * By confirmed reports of this installation's public projects.
     *
     * @param done        in the indicator's unit
     * @param whole       when all projects are done
     * @param projects    how many there are
     * @param confirmedAt when the newest report was confirmed, null before the first
     */
    public record Here(BigDecimal done, BigDecimal whole, int projects, @Nullable OffsetDateTime confirmedAt) {
    }

    public IndicatorLine {
        values = List.copyOf(values);
        past = List.copyOf(past);
    }

    /** @return the newest published figure */
    public BigDecimal newest() {
        return values.isEmpty() ? indicator.value() : values.getFirst().amount();
    }

    /** @return the day that it speaks of, null where only {@link Indicator#asOf()} or nothing says so */
    public @Nullable LocalDate asOf() {
        return values.isEmpty() ? null : values.getFirst().asOf();
    }
}
