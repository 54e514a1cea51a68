package city.renewal.programme.commitment;

import city.renewal.programme.Indicator;
import city.renewal.programme.ProjectLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What projects bring to an indicator. Shares of unfinished projects are rounded down.
 *
 * @param measure see {@link Indicator#measure()}
 */
record IndicatorMeasure(Indicator indicator, String measure) {

    /** From this amount on, shares are whole numbers. */
    private static final BigDecimal COARSE = BigDecimal.valueOf(100);

    /** @return null where nothing here may measure it */
    static @Nullable IndicatorMeasure of(Indicator indicator) {
        String measure = indicator.measure();
        return measure == null || indicator.totalOnly() ? null : new IndicatorMeasure(indicator, measure);
    }

    /** @return those that count for it */
    List<ProjectLine> own(List<ProjectLine> all) {
        return all.stream().filter(line -> line.kind().equals(indicator.kind()))
                .filter(line -> indicator.counts() || line.measures().containsKey(measure)).toList();
    }

    /** @return what the project brings once all of it is done */
    BigDecimal whole(ProjectLine line) {
        return line.measures().getOrDefault(measure, BigDecimal.ONE);
    }

    /** @param share of the project's works that is done, 0 to 1 */
    BigDecimal done(ProjectLine line, double share) {
        BigDecimal amount = whole(line);
        return share == 1 ? amount
                : indicator.counts() ? BigDecimal.ZERO
                : amount.multiply(BigDecimal.valueOf(share))
                        .setScale(amount.compareTo(COARSE) >= 0 ? 0 : 1, RoundingMode.DOWN);
    }
}
