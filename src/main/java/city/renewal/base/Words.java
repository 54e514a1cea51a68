package city.renewal.base;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A name in two languages, from configuration or data.
 *
 * @param zh Chinese, always there
 * @param en English, null where none was given
 */
public record Words(String zh, @Nullable String en) {

    /** @return the name in the reader's language, in Chinese where it has no other */
    public String in(Locale locale) {
        return en != null && Messages.nearest(locale).equals(Locale.ENGLISH) ? en : zh;
    }
}
