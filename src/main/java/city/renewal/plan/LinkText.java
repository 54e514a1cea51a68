package city.renewal.plan;

import city.renewal.base.Refusal;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkingTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Predecessors as planners write them: the number of the row, the type unless it is FS, the lag unless it is none, as in
 * {@code 1.2FS+3d; 7SS-2d; 9}. Lags are in working days ({@code d}), working hours ({@code h}, eight a day), minutes
 * ({@code min}) or calendar days ({@code ed}). Reading what was written gives back the same.
 */
public final class LinkText {

    private static final Pattern SEPARATOR = Pattern.compile("[,;\\uFF0C\\uFF1B\\u3001]");
    private static final Pattern ITEM = Pattern.compile(
            "(\\d{1,9}(?:\\.\\d{1,9})*)\\s*(FS|SS|FF|SF)?\\s*"
                    + "(?:([+\\-\\uFF0B\\uFF0D\\u2212])\\s*(\\d{1,8}(?:\\.\\d{1,4})?)\\s*(D|H|MIN|ED|%|E%)?)?",
            Pattern.CASE_INSENSITIVE);
    private static final int MINUTES_PER_HOUR = 60;

    private LinkText() {
    }

    /**
     * One predecessor.
     *
     * @param number     the outline number of its row, such as {@code 1.2}
     * @param lagMinutes as in {@link city.renewal.schedule.Link}
     */
    public record Item(String number, LinkType type, int lagMinutes, boolean elapsedLag) {
    }

    /**
     * @return the predecessors, none for an empty text
     * @throws Refusal naming the part that cannot be read; a lag in percent is none that this program knows
     */
    public static List<Item> parse(String text) {
        return Arrays.stream(SEPARATOR.split(text)).map(String::strip).filter(part -> !part.isEmpty())
                .map(LinkText::item).toList();
    }

    private static Item item(String text) {
        Matcher match = ITEM.matcher(text);
        if (!match.matches()) {
            throw new Refusal("plan.link.text", text);
        }
        String unit = match.group(5) == null ? "D" : match.group(5).toUpperCase(Locale.ROOT);
        if (unit.endsWith("%")) {
            throw new Refusal("plan.link.percent", text);
        }
        LinkType type = match.group(2) == null ? LinkType.FINISH_TO_START : type(match.group(2));
        if (match.group(4) == null) {
            return new Item(match.group(1), type, 0, false);
        }
        BigDecimal lag = new BigDecimal(match.group(4)).multiply(BigDecimal.valueOf(minutesOf(unit)))
                .setScale(0, RoundingMode.HALF_UP);
        if (lag.compareTo(BigDecimal.valueOf(WorkingTime.days(EditRules.LONGEST_DAYS))) > 0) {
            throw new Refusal("plan.link.text", text);
        }
        int minutes = lag.intValueExact();
        boolean lead = !match.group(3).equals("+") && !match.group(3).equals("\uFF0B");
        return new Item(match.group(1), type, lead ? -minutes : minutes, unit.equals("ED"));
    }

    private static LinkType type(String code) {
        return Arrays.stream(LinkType.values()).filter(type -> type.code().equalsIgnoreCase(code)).findFirst()
                .orElseThrow();
    }

    private static int minutesOf(String unit) {
        return switch (unit) {
            case "H" -> MINUTES_PER_HOUR;
            case "MIN" -> 1;
            default -> WorkingTime.MINUTES_PER_DAY;
        };
    }

    /** @return the text that {@link #parse} reads as these */
    public static String print(List<Item> items) {
        return items.stream().map(LinkText::print).collect(Collectors.joining("; "));
    }

    private static String print(Item item) {
        boolean plain = item.lagMinutes() == 0 && !item.elapsedLag();
        String type = item.type() == LinkType.FINISH_TO_START && plain ? "" : item.type().code();
        return item.number() + type + (plain ? "" : lag(item));
    }

    private static String lag(Item item) {
        int minutes = Math.abs(item.lagMinutes());
        String sign = item.lagMinutes() < 0 ? "-" : "+";
        if (item.elapsedLag()) {
            return sign + days(minutes) + "ed";
        }
        return sign + (minutes % (WorkingTime.MINUTES_PER_DAY / 8) == 0 ? days(minutes) + "d" : minutes + "min");
    }

    private static String days(int minutes) {
        BigDecimal days = BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(WorkingTime.MINUTES_PER_DAY), 4, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return days.toPlainString();
    }
}
