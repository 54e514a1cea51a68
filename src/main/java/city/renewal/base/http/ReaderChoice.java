package city.renewal.base.http;

import city.renewal.base.Messages;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader chose, for this browser and for pages that are served without a view: in the address, else in two cookies
 * that hold nothing else, else in the browser's own settings. Where nothing is said, Chinese in the usual size.
 */
public final class ReaderChoice {

    /** Holds the tag of a language. */
    public static final String LANGUAGE = "language";
    /** Is there for those who read in elder mode (长辈版: large type, strong contrast). */
    public static final String ELDER = "elder";

    /** Names a language in an address, by its tag. */
    public static final String NAMED_LANGUAGE = "lang";
    /** Says in an address whether to read in elder mode: {@link #YES} or anything else. */
    public static final String NAMED_ELDER = "large";
    public static final String YES = "1";

    private ReaderChoice() {
    }

    /** @param named tag of the language that the address names, or null */
    public static Locale language(HttpServletRequest request, @Nullable String named) {
        return Optional.ofNullable(named).or(() -> cookie(request.getCookies(), LANGUAGE))
                .map(Locale::forLanguageTag).map(Messages::nearest).orElseGet(() -> ofBrowser(request));
    }

    /** @return what the browser asks for, whatever was chosen */
    public static Locale ofBrowser(HttpServletRequest request) {
        return Messages.preferred(request.getHeader("Accept-Language"));
    }

    public static boolean elder(HttpServletRequest request) {
        return cookie(request.getCookies(), ELDER).isPresent();
    }

    /** @param cookies as a request has them: null for none */
    public static Optional<String> cookie(Cookie @Nullable [] cookies, String name) {
        return cookies == null ? Optional.empty() : Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
