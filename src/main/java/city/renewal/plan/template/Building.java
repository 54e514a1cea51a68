package city.renewal.plan.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A building of a compound and what the work in it follows.
 *
 * @param number     as it stands on its wall: {@code 3}, {@code 12A}; at most {@link #LONGEST_NUMBER} characters
 * @param stairwells above 0
 * @param area       floor area in m², above 0
 * @param households above 0
 */
public record Building(String number, int stairwells, BigDecimal area, int households) {

    /** Ids of the measures that buildings have. */
    public static final List<String> MEASURES = List.of("area", "households", "buildings", "stairwells");
    /** Characters that a number may have. */
    public static final int LONGEST_NUMBER = 16;

    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");

    /** @return by id */
    public Map<String, BigDecimal> measures() {
        return Map.of("area", area, "households", BigDecimal.valueOf(households), "buildings", BigDecimal.ONE,
                "stairwells", BigDecimal.valueOf(stairwells));
    }

    /** @return the code of the place it becomes, such as {@code B03} */
    public String placeCode() {
        return DIGITS.matcher(number).matches()
                ? String.format(Locale.ROOT, "B%02d", Integer.valueOf(number))
                : "B" + number.toUpperCase(Locale.ROOT);
    }
}
