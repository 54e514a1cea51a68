package city.renewal.account;

/**
 * How long tokens live.
 *
 * @param days        days that a new token works where its maker says nothing else, 1 to {@code longestDays}
 * @param longestDays days that a new token may work at most, 1 to 3,660
 */
public record TokenLimits(int days, int longestDays) {

    /** A quarter, and a year at most. */
    public static final TokenLimits DEFAULT = new TokenLimits(90, 366);
}
