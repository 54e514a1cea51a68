package city.renewal.plan.template;

import city.renewal.base.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A building, a group of them or a section, through which crews move one after the other.
 *
 * @param number    from 1
 * @param placeCode code of its place
 * @param share     its share of what no measure divides
 * @param shares    its shares of what is divided by a measure, by measure
 */
public record Zone(int number, String placeCode, Words name, Span share, Map<String, Span> shares) {

    public Zone {
        shares = Map.copyOf(shares);
    }

    /**
     * A share of a whole. The spans of all zones lie end to end from 0 to 1, so that their parts come to the whole.
     *
     * @param from share of the whole that lies before it, 0 to 1
     * @param to   share of the whole up to its end, 0 to 1
     */
    public record Span(double from, double to) {

        /** @return spans in the ratio of the amounts, of which at least one is above 0 */
        static List<Span> of(List<BigDecimal> amounts) {
            BigDecimal total = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            List<Span> spans = new ArrayList<>();
            BigDecimal before = BigDecimal.ZERO;
            for (BigDecimal amount : amounts) {
                BigDecimal upTo = before.add(amount);
                spans.add(new Span(before.doubleValue() / total.doubleValue(),
                        upTo.doubleValue() / total.doubleValue()));
                before = upTo;
            }
            return spans;
        }

        /** @return its part of the total, rounded so that the parts of all spans come to the total */
        BigDecimal part(BigDecimal total, int decimals) {
            return upTo(to, total, decimals).subtract(upTo(from, total, decimals));
        }

        private static BigDecimal upTo(double share, BigDecimal total, int decimals) {
            return share >= 1 ? total
                    : total.multiply(BigDecimal.valueOf(share)).setScale(decimals, RoundingMode.HALF_UP);
        }
    }

    /** @return its part of a total that is divided by the measure, null for none */
    BigDecimal part(BigDecimal total, @Nullable String measure, int decimals) {
        Span own = measure == null ? share : shares.getOrDefault(measure, share);
        return own.part(total, decimals);
    }
}
