package city.renewal.consent;

import java.util.Map;

/**
 * What a file would change of a register.
 *
 * @param changed households of which area, name or owner's number are others
 * @param gone    how many households of each building the file lacks and would take away; empty for a correction
 * @param coded   how many of those have a code that works
 */
public record RegisterChange(int added, int changed, Map<Long, Integer> gone, int coded) {

    public RegisterChange {
        gone = Map.copyOf(gone);
    }

    /** @return how many households would leave the register */
    public int leaving() {
        return gone.values().stream().mapToInt(Integer::intValue).sum();
    }
}
