package city.renewal.app;

import city.renewal.base.Messages;
import city.renewal.base.http.Json;
import city.renewal.matter.http.FollowServlet;
import city.renewal.subscription.QueueAddress;
import city.renewal.subscription.http.MailLinkServlet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is answered when neither a view nor an endpoint could: a problem in JSON under {@code /api}, elsewhere a plain
 * page. A failure of ours is named by an id that the log has with its cause; nothing else of it is shown.
 */
final class ErrorPages extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /** Whoever has the address of a resident's matter, of a queue or in a mail may do what it says. */
    private static final List<String> SECRET =
            List.of(FollowServlet.PATH + "/", MailLinkServlet.PATH + "/", QueueAddress.ROOT);

    private final Messages messages;

    ErrorPages(Messages messages) {
        this.messages = messages;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(Request request, Response response, int code, @Nullable String message,
                                    @Nullable Throwable cause, Callback callback) {
        List<Locale> asked = Request.getLocales(request);
        Locale locale = Messages.nearest(asked.isEmpty() ? Locale.ROOT : asked.getFirst());
        String key = HttpStatus.isServerError(code) ? "error.unexpected"
                : code == HttpStatus.NOT_FOUND_404 ? "not-found.text" : "error.request";
        String id = UUID.randomUUID().toString().substring(0, 8);
        if (HttpStatus.isServerError(code)) {
            LOG.error("Failure {} answering {} {}", id, request.getMethod(), withoutKey(Request.getPathInContext(request)), cause);
        }
        String text = messages.text(locale, key, HttpStatus.isServerError(code) ? id : String.valueOf(code));
        boolean json = Request.getPathInContext(request).startsWith("/api");
        byte[] body = (json ? problem(code, key, text) : page(code, locale, text)).getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE,
                json ? "application/problem+json" : "text/html;charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LANGUAGE, locale.toLanguageTag());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Content-Security-Policy", SecurityHeaders.CLOSED);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, request.getMethod().equals("HEAD") ? null : ByteBuffer.wrap(body), callback);
    }

    /** @return the path, of which a log may have everything but a key */
    static String withoutKey(String path) {
        return SECRET.stream().filter(path::startsWith).map(root -> root + "…").findFirst().orElse(path);
    }

    private static String problem(int code, String key, String text) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("status", code);
        problem.put("code", key);
        problem.put("detail", text);
        return Json.mapper().writeValueAsString(problem);
    }

    private String page(int code, Locale locale, String text) {
        return """
                <!doctype html>
                <html lang="%s">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                <p><a href="/">%s</a></p>
                </main>
                </html>
                """.formatted(locale.toLanguageTag(), words(locale, "brand.name"),
                words(locale, code == HttpStatus.NOT_FOUND_404 ? "not-found.title" : "failure.title"),
                escaped(text), words(locale, "not-found.back"));
    }

    private String words(Locale locale, String key) {
        return escaped(messages.text(locale, key));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
