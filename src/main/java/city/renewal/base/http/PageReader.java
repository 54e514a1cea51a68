package city.renewal.base.http;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a reader wants pages: the language and large type that the address names, as {@code ?lang=en&large=1}, else what
 * they chose in the console's other pages, else what the browser asks for.
 */
public final class PageReader {

    private static final String LANGUAGE = ReaderChoice.NAMED_LANGUAGE;
    private static final String LARGE = ReaderChoice.NAMED_ELDER;

    private final Messages messages;
    private final HttpServletRequest request;
    private final Locale locale;
    private final boolean large;
    private final Formats formats;

    PageReader(Messages messages, HttpServletRequest request, LocalDate today) {
        this.messages = messages;
        this.request = request;
        this.locale = ReaderChoice.language(request, query(LANGUAGE));
        this.large = query(LARGE) == null ? ReaderChoice.elder(request) : ReaderChoice.YES.equals(query(LARGE));
        this.formats = new Formats(messages, locale, today);
    }

    /** Reads the address alone: asking for a parameter would read a body that nobody has let in yet. */
    private @Nullable String query(String name) {
        String query = request.getQueryString();
        return query == null ? null : Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .filter(value -> value.matches("[A-Za-z0-9-]{1,16}"))
                .findFirst().orElse(null);
    }

    public Locale locale() {
        return locale;
    }

    public boolean large() {
        return large;
    }

    public Formats formats() {
        return formats;
    }

    public String text(String key, Object... parameters) {
        return messages.text(locale, key, parameters);
    }

    /** @return an address that keeps the reader's choice; parameters are encoded */
    public String address(String path, String... parameters) {
        Map<String, String> all = kept(locale, large);
        return address(path, all, parameters);
    }

    /** @return the same page in the other language, or in the other size */
    public String switched(String path, boolean otherLanguage, String... parameters) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        Locale next = !otherLanguage ? locale : english ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        Map<String, String> all = kept(next, otherLanguage == large);
        all.put(LANGUAGE, next.getLanguage());
        all.put(LARGE, otherLanguage == large ? "1" : "0");
        return address(path, all, parameters);
    }

    /** What the address has to say to keep the choice: nothing where it said nothing. */
    private Map<String, String> kept(Locale language, boolean size) {
        Map<String, String> kept = new LinkedHashMap<>();
        if (query(LANGUAGE) != null) {
            kept.put(LANGUAGE, language.getLanguage());
        }
        if (query(LARGE) != null) {
            kept.put(LARGE, size ? "1" : "0");
        }
        return kept;
    }

    public Map<String, String> kept() {
        return kept(locale, large);
    }

    private static String address(String path, Map<String, String> all, String... parameters) {
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            if (!parameters[i + 1].isEmpty()) {
                all.put(parameters[i], parameters[i + 1]);
            }
        }
        StringBuilder address = new StringBuilder(path);
        char next = '?';
        for (Map.Entry<String, String> each : all.entrySet()) {
            address.append(next).append(each.getKey()).append('=')
                    .append(URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8));
            next = '&';
        }
        return address.toString();
    }
}
