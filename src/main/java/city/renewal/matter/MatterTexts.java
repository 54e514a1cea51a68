package city.renewal.matter;

import city.renewal.base.Refusal;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds for every text that somebody writes about a matter. */
final class MatterTexts {

    private static final String DAY =
            "(?<!\\d)(?:[1\\uFF11][9\\uFF19]|[2\\uFF12][0\\uFF10])\\d{2}[-./\\u5E74]\\d{1,2}[-./\\u6708]\\d{1,2}(?!\\d)";
    /** What people write between the digits of a number. */
    private static final String BETWEEN =
            "[ ().\\u00A0\\u00B7/_\\u2010-\\u2015\\u2212\\u3000\\uFF08\\uFF09\\uFF0D\\uFF0E-]{0,2}";
    /** A day, which is none, or a telephone or identity number, which people also write with full-width digits. */
    private static final Pattern DAY_OR_NUMBER = Pattern.compile(DAY + "|(\\d)(?:" + BETWEEN + "\\d){6,}[xX]?",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LEFT = 3;
    private static final String MASK = "•";
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\u200c\\u200d]]");

    private MatterTexts() {
    }

    /**
     * @param missing key of the refusal when there is nothing
     * @return the text without blanks around it and without signs that nobody sees
     */
    static String required(String given, String missing, int longest) {
        String text = UNSEEN.matcher(given.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("").strip();
        if (text.isEmpty()) {
            throw new Refusal(missing);
        }
        if (text.length() > longest) {
            throw new Refusal("matter.text.long", longest);
        }
        return text;
    }

    /** @return the text with all but the first three digits of telephone and identity numbers masked */
    static String masked(String text) {
        return DAY_OR_NUMBER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) == null ? found.group() : masked(found)));
    }

    private static String masked(MatchResult number) {
        String digits = number.group().replaceAll("(?U)[^\\dxX]", "");
        return digits.substring(0, LEFT) + MASK.repeat(digits.length() - LEFT);
    }

    /** As {@link #required}, for what everybody will read; refused with a number in it that {@link #masked} would hide. */
    static String forEverybody(String given, String missing, int longest) {
        String text = required(given, missing, longest);
        if (!masked(text).equals(text)) {
            throw new Refusal("matter.public.number");
        }
        return text;
    }
}
