package city.renewal.base;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A name in two languages, from configuration or data.
 *
 * @param zh  Chinese, always there
 * @param en  English, null where none was given
 * @param one English for exactly one of it, null where that is no other word
 */
public record Words(String zh, @Nullable String en, @Nullable String one) {

    /** A name that is not counted, or is the same however many there are. */
    public Words(String zh, @Nullable String en) {
        this(zh, en, null);
    }

    /** @return the name in the reader's language, in Chinese where it has no other */
    public String in(Locale locale) {
        return en != null && Messages.nearest(locale).equals(Locale.ENGLISH) ? en : zh;
    }

    /** @return the name beside a number, such as {@code point} beside 1 and {@code points} beside 2 */
    public String in(Locale locale, BigDecimal number) {
        return one != null && number.compareTo(BigDecimal.ONE) == 0 && Messages.nearest(locale).equals(Locale.ENGLISH)
                ? one
                : in(locale);
    }
}
