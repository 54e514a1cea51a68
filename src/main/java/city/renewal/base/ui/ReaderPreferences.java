package city.renewal.base.ui;

import city.renewal.base.Messages;
import city.renewal.base.http.ReaderChoice;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader chose for this browser, kept in two cookies that hold nothing else: the language and elder mode
 * (长辈版: large type, strong contrast).
 */
public final class ReaderPreferences {

    private static final Duration KEPT = Duration.ofDays(365);

    private ReaderPreferences() {
    }

    /**
     * Keeps what the address of a page names as {@code lang} and {@code large}, as links from pages without a view do, so
     * that the reader's choice goes on. Call while the page that starts the application is answered.
     */
    public static void keepNamed(VaadinRequest request) {
        String language = request.getParameter(ReaderChoice.NAMED_LANGUAGE);
        if (language != null) {
            keep(ReaderChoice.LANGUAGE, Messages.nearest(Locale.forLanguageTag(language)).toLanguageTag(), KEPT);
        }
        String elder = request.getParameter(ReaderChoice.NAMED_ELDER);
        if (elder != null) {
            keep(ReaderChoice.ELDER, "on", elder.equals(ReaderChoice.YES) ? KEPT : Duration.ZERO);
        }
    }

    /** @return the language that the address names or that was chosen, else the nearest to what the browser asks for */
    public static Locale language(VaadinRequest request) {
        return Optional.ofNullable(request.getParameter(ReaderChoice.NAMED_LANGUAGE))
                .or(() -> cookie(request, ReaderChoice.LANGUAGE)).map(Locale::forLanguageTag).map(Messages::nearest)
                .orElseGet(() -> Messages.preferred(request.getHeader("Accept-Language")));
    }

    public static boolean elder(@Nullable VaadinRequest request) {
        if (request == null) {
            return false;
        }
        String named = request.getParameter(ReaderChoice.NAMED_ELDER);
        return named == null ? cookie(request, ReaderChoice.ELDER).isPresent() : named.equals(ReaderChoice.YES);
    }

    /** Keeps the language and shows the page in it. Call on the UI thread. */
    public static void setLanguage(UI ui, Locale locale) {
        keep(ReaderChoice.LANGUAGE, locale.toLanguageTag(), KEPT);
        ui.getPage().reload();
    }

    /** Keeps elder mode and shows the page in it. Call on the UI thread. */
    public static void setElder(UI ui, boolean elder) {
        keep(ReaderChoice.ELDER, "on", elder ? KEPT : Duration.ZERO);
        ui.getPage().reload();
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        return ReaderChoice.cookie(request.getCookies(), name);
    }

    private static void keep(String name, String value, Duration time) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) time.toSeconds());
        VaadinResponse response = VaadinService.getCurrentResponse();
        response.addCookie(cookie);
    }
}
