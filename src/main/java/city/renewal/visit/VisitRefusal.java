package city.renewal.visit;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import java.util.Arrays;
import java.util.Locale;

/** A refusal that names what people called something, in its reader's language where there is one. */
final class VisitRefusal extends Refusal {

    /** @param parameters as of {@link Refusal}, and {@link Words} */
    VisitRefusal(String key, Object... parameters) {
        super(key, parameters);
    }

    @Override
    public String in(Messages messages, Locale locale) {
        return messages.text(locale, key(), Arrays.stream(parameters())
                .map(part -> part instanceof Words words ? words.in(locale) : part).toArray());
    }
}
