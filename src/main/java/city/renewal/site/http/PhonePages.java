package city.renewal.site.http;

import city.renewal.account.ui.SignedIn;
import city.renewal.base.Messages;
import city.renewal.base.Sha256;
import city.renewal.base.http.Json;
import city.renewal.base.http.ReaderChoice;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The day sheet as an app of its own that a phone can install: its page, script, style, words, and the worker that
 * keeps them on the phone. They hold nothing about anybody, so they are open to all; what is secret comes from
 * {@link PhoneServlet}. The files lie under an address with their hash and may be kept for ever.
 */
public final class PhonePages extends HttpServlet {

    /** Where it is served. */
    public static final String PATH = "/desk/site";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private static final Pattern FILE = Pattern.compile("/([0-9a-f]{16})/([A-Za-z.-]+)");
    private static final Map<String, String> TYPES = Map.of("js", "text/javascript", "css", "text/css",
            "json", "application/json", "webmanifest", "application/manifest+json");
    private static final int VERSION_BYTES = 8;

    private final transient Messages messages;
    private final Map<String, String> files = new HashMap<>();
    private final String worker;
    private final String page;
    private final String version;

    public PhonePages(Messages messages) {
        this.messages = messages;
        files.put("app.js", built("app.js"));
        files.put("app.css", built("app.css"));
        Messages.LOCALES.forEach(locale -> {
            files.put(locale.toLanguageTag() + ".json",
                    Json.mapper().writeValueAsString(PhoneWords.in(messages, locale)));
            files.put(locale.toLanguageTag() + ".webmanifest", manifest(locale));
        });
        worker = built("worker.js");
        page = packed("day-sheet.html");
        version = hash(Stream.concat(files.values().stream().sorted(), Stream.of(worker, page)).toList());
    }

    /** The script of the front-end build. */
    private static String built(String name) {
        return packed("/day-sheet/" + name);
    }

    private static String packed(String name) {
        try (InputStream file = PhonePages.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The program was built without " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String hash(List<String> parts) {
        return HexFormat.of().formatHex(Sha256.of(String.join("", parts)), 0, VERSION_BYTES);
    }

    private String manifest(Locale locale) {
        return Json.mapper().writeValueAsString(Map.of(
                "id", PATH,
                "start_url", PATH,
                "scope", PATH,
                "display", "standalone",
                "lang", locale.toLanguageTag(),
                "name", messages.text(locale, "sheet.app.name"),
                "short_name", messages.text(locale, "sheet.title"),
                "theme_color", "#0f6b5c",
                "background_color", "#f6f7f4",
                "icons", Stream.of(180, 192, 512).map(size -> Map.of("src", "/icons/day-sheet-" + size + ".png",
                        "sizes", size + "x" + size, "type", "image/png", "purpose", "any maskable")).toList()));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        Matcher file = FILE.matcher(path);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-cache");
        if (path.equals("/")) {
            send(response, "text/html", page(ReaderChoice.language(request, null)));
        } else if (path.equals("/worker.js")) {
            // It lies one level deeper than the page that it keeps.
            response.setHeader("Service-Worker-Allowed", PATH);
            send(response, "text/javascript", "const SHELL = " + shell() + ";\n" + worker);
        } else if (path.equals("/sign-in")) {
            SignedIn.comeBackTo(request, PATH.substring(1));
            response.sendRedirect("/login");
        } else if (file.matches() && files.containsKey(file.group(2))) {
            // A page of an earlier version that was just being opened gets the new file, but must not keep it.
            if (file.group(1).equals(version)) {
                response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            }
            String name = file.group(2);
            send(response, TYPES.get(name.substring(name.lastIndexOf('.') + 1)), files.get(name));
        } else {
            response.setHeader("Cache-Control", "no-store");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private String page(Locale locale) {
        return page.replace("{language}", locale.toLanguageTag())
                .replace("{title}", messages.text(locale, "sheet.title"))
                .replace("{files}", PATH + "/" + version);
    }

    private String shell() {
        return Json.mapper().writeValueAsString(Map.of("version", version, "page", PATH,
                "files", files.keySet().stream().sorted().map(name -> PATH + "/" + version + "/" + name).toList()));
    }

    private static void send(HttpServletResponse response, String type, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type + ";charset=utf-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
