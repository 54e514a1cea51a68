package city.renewal.demo;

import city.renewal.base.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A group of buildings or a section, through which crews move one after the other.
 *
 * @param number    from 1
 * @param placeCode code of its place
 * @param from      share of the whole that lies before it, 0 to 1
 * @param to        share of the whole up to its end, 0 to 1
 */
record Zone(int number, String placeCode, Words name, double from, double to) {

    /** @return its part of a whole number, so that the parts of all zones come to the total */
    BigDecimal part(BigDecimal total) {
        return upTo(to, total).subtract(upTo(from, total));
    }

    private static BigDecimal upTo(double share, BigDecimal total) {
        return total.multiply(BigDecimal.valueOf(share)).setScale(0, RoundingMode.HALF_UP);
    }
}
