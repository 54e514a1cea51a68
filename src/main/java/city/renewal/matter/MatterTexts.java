package city.renewal.matter;

import city.renewal.base.Refusal;
import java.util.regex.Pattern;

/** What holds for every text that somebody writes about a matter. */
final class MatterTexts {

    /** Telephone and identity numbers; dates and amounts are shorter or have other signs between. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9](?:[ -]?[0-9]){6,}");
    private static final String HIDDEN = "***";
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

    /** @return the text with telephone and identity numbers hidden, as residents write them into it */
    static String withoutNumbers(String text) {
        return LONG_NUMBER.matcher(text).replaceAll(HIDDEN);
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
