package city.renewal.consent;

import java.math.BigDecimal;

/**
 * A share that has to be reached, compared exactly.
 *
 * @param numerator   above 0, at most the denominator
 * @param denominator above 0
 * @param more        whether the share itself is not enough
 */
public record Threshold(int numerator, int denominator, boolean more) {

    private static final String MORE = ">";
    private static final String LEAST = ">=";

    public Threshold {
        if (numerator < 1 || numerator > denominator) {
            throw new IllegalArgumentException(numerator + "/" + denominator);
        }
    }

    public static Threshold atLeast(int numerator, int denominator) {
        return new Threshold(numerator, denominator, false);
    }

    public static Threshold moreThan(int numerator, int denominator) {
        return new Threshold(numerator, denominator, true);
    }

    /** Reads what {@link #toString} gives. */
    static Threshold parse(String stored) {
        boolean more = !stored.startsWith(LEAST);
        String[] parts = stored.substring(more ? MORE.length() : LEAST.length()).split("/");
        return new Threshold(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), more);
    }

    /** @return whether the part reaches this share of the whole; never when the whole is nothing */
    public boolean met(BigDecimal part, BigDecimal whole) {
        int compared = part.multiply(BigDecimal.valueOf(denominator))
                .compareTo(whole.multiply(BigDecimal.valueOf(numerator)));
        return whole.signum() > 0 && (more ? compared > 0 : compared >= 0);
    }

    /** @return whether whoever reaches this reaches the other too */
    boolean noWeakerThan(Threshold other) {
        int compared = Integer.compare(numerator * other.denominator, other.numerator * denominator);
        return compared > 0 || compared == 0 && (more || !other.more);
    }

    /** @return such as {@code >=2/3} or {@code >1/2} */
    @Override
    public String toString() {
        return (more ? MORE : LEAST) + numerator + "/" + denominator;
    }
}
