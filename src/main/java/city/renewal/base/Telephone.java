package city.renewal.base;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Telephone numbers: as people type them, as a telephone dials them, and as lists show them. */
public final class Telephone {

    /** Fewest digits of a number under which somebody is called back. */
    public static final int OF_A_PERSON = 7;
    /** Fewest digits of an office's number, such as 110. */
    public static final int OF_AN_OFFICE = 3;

    private static final Pattern FORM = Pattern.compile("\\+?[0-9][0-9 ()-]*[0-9)]");
    /** Digits from which the first and last ones of a number leave enough hidden. */
    private static final int LONG = 11;
    private static final int FIRST = 3;
    private static final int LAST = 4;
    private static final int LAST_OF_SHORT = 2;

    private Telephone() {
    }

    /** @return the number without blanks around it, and with the usual signs for full-width ones */
    public static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    /**
     * @param fewest  digits
     * @param longest characters
     * @return the number as {@link #plain}, where it is one: digits with blanks, brackets and hyphens, and a plus at its
     *         beginning
     */
    public static Optional<String> read(String typed, int fewest, int longest) {
        String number = plain(typed);
        return number.length() <= longest && FORM.matcher(number).matches() && digits(number).length() >= fewest
                ? Optional.of(number) : Optional.empty();
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }

    /** @return what a telephone dials */
    public static String dial(String number) {
        return number.replaceAll("[^0-9+]", "");
    }

    /** @return the first three and last four digits of a number of eleven or more, of a shorter one the last two */
    public static String masked(String number) {
        String digits = digits(number);
        return digits.length() >= LONG
                ? digits.substring(0, FIRST) + "****" + digits.substring(digits.length() - LAST)
                : "****" + digits.substring(Math.max(0, digits.length() - LAST_OF_SHORT));
    }
}
