package city.renewal.base;

import java.util.Arrays;
import java.util.Locale;

/**
 * A request that is refused for a reason the person can understand and mend. Nothing has been changed when it is
 * thrown. The reason is a key of the resource bundles with its parameters, so that every screen, answer and command
 * line says it in its reader's language.
 */
public class Refusal extends RuntimeException {

    private final String key;
    private final transient Object[] parameters;

    /**
     * @param key        a key of the resource bundles
     * @param parameters what the text's {@code {0}}, {@code {1}} … stand for
     */
    public Refusal(String key, Object... parameters) {
        super(key);
        this.key = key;
        this.parameters = parameters.clone();
    }

    public String key() {
        return key;
    }

    public Object[] parameters() {
        return parameters.clone();
    }

    /** @return the reason in the given language */
    public String in(Messages messages, Locale locale) {
        return messages.text(locale, key, parameters);
    }

    @Override
    public String getMessage() {
        return parameters.length == 0 ? key : key + " " + Arrays.toString(parameters);
    }
}
