package city.renewal.plan.baseline;

import java.util.Optional;

/**
 * One state of a plan that can be compared: a baseline, or the plan as it stands.
 *
 * @param baselineNo number of the baseline, 0 for the plan as it stands
 */
public record PlanVersion(int baselineNo) {

    /** The plan as it stands. */
    public static final PlanVersion NOW = new PlanVersion(0);

    private static final String NOW_WORD = "now";
    private static final int MOST_DIGITS = 6;

    /** @return what an address calls it: the number, or {@code now} */
    public String address() {
        return isNow() ? NOW_WORD : String.valueOf(baselineNo);
    }

    /** @return what the address means; empty for anything else */
    public static Optional<PlanVersion> parse(String address) {
        if (address.equals(NOW_WORD)) {
            return Optional.of(NOW);
        }
        boolean number = !address.isEmpty() && address.length() <= MOST_DIGITS
                && address.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number && Integer.parseInt(address) > 0
                ? Optional.of(new PlanVersion(Integer.parseInt(address)))
                : Optional.empty();
    }

    public boolean isNow() {
        return baselineNo == 0;
    }
}
