package city.renewal.resident.http;

import city.renewal.base.Messages;
import city.renewal.base.http.PublicPages;
import city.renewal.resident.http.NoticeAddress.Form;
import city.renewal.resident.http.NoticePage.Link;
import java.util.List;
import java.util.Locale;

/** What somebody reads in the place of what they asked for, and where they can go on. Public for its template. */
public record InsteadOfNotice(String language, String style, String brand, String title, String text, String help,
                              List<Link> ways) {

    /**
     * For a code that leads nowhere: the same whether the project never was, is not public any more, or has no such
     * door, so that nobody learns which.
     */
    static InsteadOfNotice unknown(Locale language, Messages messages, String style) {
        return new InsteadOfNotice(language.toLanguageTag(), style, messages.text(language, "brand.name"),
                messages.text(language, "notice-page.unknown"), messages.text(language, "notice-page.unknown.text"),
                messages.text(language, "notice-page.unknown.help"),
                List.of(new Link(PublicPages.PROJECTS + "?lang=" + language.getLanguage(),
                        messages.text(language, "notice-page.unknown.home"), null)));
    }

    /** For a poster that too many wait for. */
    static InsteadOfNotice busy(NoticeAddress address, Locale language, Messages messages, String style) {
        return new InsteadOfNotice(language.toLanguageTag(), style, messages.text(language, "brand.name"),
                messages.text(language, "notice-page.busy"), messages.text(language, "notice-page.busy.text"),
                messages.text(language, "notice-page.busy.help"),
                List.of(new Link(address.link(), messages.text(language, "notice-page.busy.again"), null),
                        new Link(address.as(Form.PAGE).on(false).link(),
                                messages.text(language, "notice-page.busy.page"), null)));
    }
}
