package city.renewal.matter;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take.
 *
 * @param count          above 0
 * @param days           whether {@code count} are days after the day on which it began, rather than hours
 * @param aroundTheClock whether every hour and every day counts, rather than working ones
 */
public record TimeLimit(int count, boolean days, boolean aroundTheClock) {

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,3})([hd])");

    /** @throws IllegalArgumentException when it is not written like {@code 2h} or {@code 3d} */
    static TimeLimit parse(String written, boolean aroundTheClock) {
        Matcher parts = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + written + "' is not a time such as 2h or 3d");
        }
        return new TimeLimit(Integer.parseInt(parts.group(1)), parts.group(2).equals("d"), aroundTheClock);
    }
}
