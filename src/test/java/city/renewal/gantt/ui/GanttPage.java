package city.renewal.gantt.ui;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A page that holds the element and nothing else, under the strictest policy that it works with. */
public final class GanttPage implements AutoCloseable {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "style-src-attr 'unsafe-inline'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'none'; "
            + "base-uri 'none'; form-action 'none'";

    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8");

    private final HttpServer server;
    private final byte[] bundle;

    /** Bundles the element and serves the page from now on. */
    public GanttPage() {
        bundle = ElementBundle.build();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Opens the page and gives the element its words, as the server side does. */
    public void open(Page page, Locale locale) {
        page.navigate(address());
        page.waitForFunction("() => customElements.get('renewal-gantt') !== undefined");
        call(page, "setLabels", labels(locale));
    }

    public void show(Page page, GanttModel model) {
        call(page, "setModel", json(model));
    }

    /** What the server side sends for this model. */
    public static String json(GanttModel model) {
        return GanttJson.model(model, model.rows(), model.links());
    }

    public void apply(Page page, GanttChanges changes) {
        call(page, "applyChanges", GanttJson.changes(changes));
    }

    public void accept(Page page, int edit, GanttChanges changes) {
        page.evaluate("([edit, json]) => document.querySelector('renewal-gantt').acceptEdit(edit, json)",
                new Object[] {edit, GanttJson.changes(changes)});
    }

    public void refuse(Page page, int edit, String reason) {
        page.evaluate("([edit, reason]) => document.querySelector('renewal-gantt').refuseEdit(edit, reason)",
                new Object[] {edit, reason});
    }

    public void call(Page page, String method, Object argument) {
        page.evaluate("([method, argument]) => { document.querySelector('renewal-gantt')[method](argument); }",
                new Object[] {method, argument});
    }

    /** The words of the resource bundle in this language, as the element gets them. */
    static String labels(Locale locale) {
        Map<String, String> words = words(locale);
        return GanttJson.labels(locale.toLanguageTag(), GanttLabels.translate(key -> words.getOrDefault(key, key)));
    }

    static Map<String, String> words(Locale locale) {
        String name = "/vaadin-i18n/translations_" + locale.toString() + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(GanttPage.class.getResourceAsStream(name), name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new HashMap<>();
        properties.forEach((key, value) -> words.put((String) key, (String) value));
        return words;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = body(path);
        try (exchange) {
            if (body == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String extension = path.equals("/") ? "html" : path.substring(path.lastIndexOf('.') + 1);
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(extension, "application/octet-stream"));
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private byte @Nullable [] body(String path) throws IOException {
        return switch (path) {
            case "/" -> resource("page.html");
            case "/page.js", "/page.css" -> resource(path.substring(1));
            case "/gantt.js" -> bundle;
            case "/favicon.ico" -> new byte[0];
            default -> null;
        };
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(GanttPage.class.getResourceAsStream("/gantt/" + name), name)) {
            return in.readAllBytes();
        }
    }
}
