package city.renewal.base.ui;

import city.renewal.base.Messages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader chose for this browser, kept in two cookies that hold nothing else: the language and elder mode
 * (长辈版: large type, strong contrast).
 */
public final class ReaderPreferences {

    private static final String LANGUAGE = "language";
    private static final String ELDER = "elder";
    private static final Duration KEPT = Duration.ofDays(365);

    private ReaderPreferences() {
    }

    /** @return the chosen language, else the nearest to what the browser asks for */
    public static Locale language(VaadinRequest request) {
        Locale asked = cookie(request, LANGUAGE).map(Locale::forLanguageTag).orElse(request.getLocale());
        return Messages.nearest(asked == null ? Locale.ROOT : asked);
    }

    /** @return as for a view, for a page that is served without one */
    public static Locale language(HttpServletRequest request) {
        Locale asked = cookie(request.getCookies(), LANGUAGE).map(Locale::forLanguageTag).orElse(request.getLocale());
        return Messages.nearest(asked);
    }

    public static boolean elder(@Nullable VaadinRequest request) {
        return request != null && cookie(request, ELDER).isPresent();
    }

    /** Keeps the language and shows the page in it. Call on the UI thread. */
    public static void setLanguage(UI ui, Locale locale) {
        keep(LANGUAGE, locale.toLanguageTag(), KEPT);
        ui.getPage().reload();
    }

    /** Keeps elder mode and shows the page in it. Call on the UI thread. */
    public static void setElder(UI ui, boolean elder) {
        keep(ELDER, "on", elder ? KEPT : Duration.ZERO);
        ui.getPage().reload();
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        return cookie(request.getCookies(), name);
    }

    private static Optional<String> cookie(Cookie @Nullable [] cookies, String name) {
        return cookies == null ? Optional.empty() : Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
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
