package city.renewal.matter;

import city.renewal.base.Refusal;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds for every text that somebody writes about a matter. */
final class MatterTexts {

    /** Telephone and identity numbers; dates and amounts are shorter or have other signs between. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9](?:[ -]?[0-9]){6,}");
    /** A day, which is none of them, or a number, which people also write with full-width digits and other signs between. */
    private static final Pattern DAY_OR_NUMBER = Pattern.compile(
            "(?<!\\d)\\d{4}[-./\\u5E74]\\d{1,2}[-./\\u6708]\\d{1,2}(?!\\d)|(\\d)(?:[ ().\\u00B7/_\\u2013\\u2014\\uFF08\\uFF09\\uFF0D-]{0,2}\\d){6,}[xX]?",
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

    /** As {@link #required}, for what everybody will read; refused with a telephone or identity number in it. */
    static String forEverybody(String given, String missing, int longest) {
        String text = required(given, missing, longest);
        if (LONG_NUMBER.matcher(text.replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}", "")).find()) {
            throw new Refusal("matter.public.number");
        }
        return text;
    }
}
