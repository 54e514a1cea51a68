package city.renewal.base;

import java.util.Locale;

/**
 * Something in the data that should not be so.
 *
 * @param key        a key of the resource bundles
 * @param parameters what the text's {@code {0}}, {@code {1}} … stand for
 */
public record Finding(String key, Object... parameters) {

    /** @return the finding in the given language */
    public String in(Messages messages, Locale locale) {
        return messages.text(locale, key, parameters);
    }
}
