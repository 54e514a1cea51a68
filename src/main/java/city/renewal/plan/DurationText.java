package city.renewal.plan;

import city.renewal.base.Refusal;
import city.renewal.schedule.WorkingTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A duration as planners write it: working days such as {@code 5}, {@code 2.5d}, or working hours such as {@code 4h}. */
public final class DurationText {

    /** The last group also takes the words of Chinese planners for a day and a working day. */
    private static final Pattern TEXT = Pattern.compile(
            "(\\d{1,6}(?:\\.\\d{1,4})?)\\s*(d|h|min|\\u5929|\\u65E5|\\u5DE5\\u65E5|\\u5DE5\\u4F5C\\u65E5)?",
            Pattern.CASE_INSENSITIVE);

    private DurationText() {
    }

    /**
     * @return working minutes, 0 for a milestone
     * @throws Refusal when the text is no duration of at most a hundred years
     */
    public static int parse(String text) {
        Matcher match = TEXT.matcher(text.strip());
        if (!match.matches()) {
            throw new Refusal("plan.duration.text", text);
        }
        BigDecimal minutes = new BigDecimal(match.group(1)).multiply(BigDecimal.valueOf(minutesOf(match.group(2))))
                .setScale(0, RoundingMode.HALF_UP);
        if (minutes.compareTo(BigDecimal.valueOf(WorkingTime.days(EditRules.LONGEST_DAYS))) > 0) {
            throw new Refusal("plan.duration.text", text);
        }
        return minutes.intValueExact();
    }

    private static int minutesOf(@Nullable String unit) {
        return switch (unit == null ? "d" : unit.toLowerCase(Locale.ROOT)) {
            case "h" -> 60;
            case "min" -> 1;
            default -> WorkingTime.MINUTES_PER_DAY;
        };
    }

    /** @return working days with as many decimals as needed, such as {@code 2.5} */
    public static String print(int minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(WorkingTime.MINUTES_PER_DAY), 4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
