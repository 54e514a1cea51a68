package city.renewal.base;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The product's words, Chinese first. Safe for use by many threads. */
public final class Messages {

    /** The languages offered, the first being what a reader gets whose own is not among them. */
    public static final List<Locale> LOCALES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private static final String BUNDLE = "vaadin-i18n.translations";

    /** @return the offered language nearest to what is asked for */
    public static Locale nearest(Locale asked) {
        for (Locale offered : LOCALES) {
            if (offered.getLanguage().equals(asked.getLanguage())) {
                return offered;
            }
        }
        return LOCALES.getFirst();
    }

    /**
     * @param accepted what a browser says it prefers, as in {@code Accept-Language}, or null
     * @return the offered language that it prefers most; the first of ours where it names none of them
     */
    public static Locale preferred(@Nullable String accepted) {
        try {
            return accepted == null ? LOCALES.getFirst() : Locale.LanguageRange.parse(accepted).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                    .flatMap(language -> LOCALES.stream().filter(offered -> offered.getLanguage().equals(language)))
                    .findFirst().orElse(LOCALES.getFirst());
        } catch (IllegalArgumentException unreadable) {
            return LOCALES.getFirst();
        }
    }

    /**
     * @param locale     the reader's language; others than those offered read Chinese
     * @param key        a key of the bundles
     * @param parameters what {@code {0}}, {@code {1}} … stand for, formatted by the locale
     * @return the text, or the key itself in exclamation marks when there is none
     */
    public String text(Locale locale, String key, Object... parameters) {
        Locale spoken = nearest(locale);
        try {
            String pattern = bundle(spoken).getString(key);
            return parameters.length == 0 && !pattern.contains("''")
                    ? pattern
                    : new MessageFormat(pattern, spoken).format(parameters);
        } catch (MissingResourceException missing) {
            return "!" + key + "!";
        }
    }

    /**
     * @param name what the data calls something, in Chinese or in the words of who wrote it
     * @return how the reader's language calls it, where {@code config/names.yaml} knows; else the same
     */
    public String name(Locale locale, String name) {
        return nearest(locale).equals(Locale.ENGLISH) ? Names.of(name).in(locale) : name;
    }

    /** @return all words in the offered language nearest to the given one */
    public ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, nearest(locale),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
