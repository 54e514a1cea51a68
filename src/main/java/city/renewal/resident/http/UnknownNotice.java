package city.renewal.resident.http;

import city.renewal.base.Messages;
import city.renewal.base.http.PublicPages;
import java.util.Locale;

/**
 * What somebody reads whose code leads nowhere: the same whether the project never was, is not public any more, or has
 * no such door, so that nobody learns which. Public for its template.
 */
public record UnknownNotice(String language, String style, String brand, String title, String text, String help,
                            String home, String homeText) {

    static UnknownNotice in(Locale language, Messages messages, String style) {
        return new UnknownNotice(language.toLanguageTag(), style, messages.text(language, "brand.name"),
                messages.text(language, "notice-page.unknown"), messages.text(language, "notice-page.unknown.text"),
                messages.text(language, "notice-page.unknown.help"),
                PublicPages.PROJECTS + "?lang=" + language.getLanguage(),
                messages.text(language, "notice-page.unknown.home"));
    }
}
