package city.renewal.base.ui;

import city.renewal.base.Messages;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;

/** Gives views the product's words by {@code getTranslation}. */
public final class Translations implements I18NProvider {

    private final transient Messages messages;

    public Translations(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Messages.LOCALES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return messages.text(locale, key, parameters);
    }
}
