package city.renewal.resident;

import city.renewal.base.Words;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of the project as residents find it.
 *
 * @param code       unique in the project, part of addresses
 * @param building   whether people live in it, rather than a section of a line
 * @param stairwells how many it has, null where nobody said
 */
public record ResidentPlace(long id, String code, Words name, boolean building, @Nullable Integer stairwells) {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\s*[–—~～-]\\s*(\\d+)");

    /**
     * Whether work here is work at the building. A group of buildings says in its name from which to which number it
     * goes; one that does not may be anywhere, and then its work concerns everybody.
     */
    public boolean covers(ResidentPlace other) {
        if (id == other.id()) {
            return true;
        }
        Matcher range = RANGE.matcher(name.zh());
        Matcher number = NUMBER.matcher(other.name().zh());
        if (building || !range.find() || !number.find()) {
            return !building;
        }
        BigInteger asked = new BigInteger(number.group());
        return new BigInteger(range.group(1)).compareTo(asked) <= 0 && new BigInteger(range.group(2)).compareTo(asked) >= 0;
    }
}
