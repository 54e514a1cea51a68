package city.renewal.base.http;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Answers in JSON, and with a problem in the caller's language where it cannot. */
public abstract class JsonServlet extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(JsonServlet.class);
    private static final int LARGEST_BODY = 16 * 1024;
    private static final int UNPROCESSABLE = 422;
    private static final int INSUFFICIENT_STORAGE = 507;

    /** Refusals that have a status of their own; all others say that what was asked cannot be done: 422. */
    private static final Map<String, Integer> STATUSES = Map.ofEntries(
            Map.entry("project.unknown", HttpServletResponse.SC_NOT_FOUND),
            Map.entry("task.unknown", HttpServletResponse.SC_NOT_FOUND),
            Map.entry("plan.none", HttpServletResponse.SC_NOT_FOUND),
            Map.entry("report.unknown", HttpServletResponse.SC_NOT_FOUND),
            Map.entry("refused.role", HttpServletResponse.SC_FORBIDDEN),
            Map.entry("refused.project", HttpServletResponse.SC_FORBIDDEN),
            Map.entry("refused.party", HttpServletResponse.SC_FORBIDDEN),
            Map.entry("photo.foreign", HttpServletResponse.SC_FORBIDDEN),
            Map.entry("report.request.reused", HttpServletResponse.SC_CONFLICT),
            Map.entry("sheet.request.unknown", HttpServletResponse.SC_NOT_FOUND),
            Map.entry("sheet.request.reused", HttpServletResponse.SC_CONFLICT),
            Map.entry("sheet.line.kept", HttpServletResponse.SC_CONFLICT),
            Map.entry("finding.unknown", HttpServletResponse.SC_NOT_FOUND),
            Map.entry("finding.own", HttpServletResponse.SC_FORBIDDEN),
            Map.entry("finding.changed", HttpServletResponse.SC_CONFLICT),
            Map.entry("finding.step.unfit", HttpServletResponse.SC_CONFLICT),
            Map.entry("finding.request.reused", HttpServletResponse.SC_CONFLICT),
            Map.entry("photo.decided", HttpServletResponse.SC_CONFLICT),
            Map.entry("photo.large", HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE),
            Map.entry("photo.kind", HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE),
            Map.entry("photo.disk", INSUFFICIENT_STORAGE));

    private final transient Messages messages;

    protected JsonServlet(Messages messages) {
        this.messages = messages;
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (request.getMethod()) {
                case "GET", "HEAD" -> get(request, response);
                case "POST" -> post(request, response);
                default -> throw notAllowed(response, "GET, HEAD, POST");
            }
        } catch (Problem problem) {
            write(request, response, problem, problem.status());
        } catch (Refusal refusal) {
            write(request, response, refusal, STATUSES.getOrDefault(refusal.key(), UNPROCESSABLE));
        } catch (RuntimeException failed) {
            String id = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("Failure {} answering {} {}", id, request.getMethod(), request.getRequestURI(), failed);
            write(request, response, new Refusal("error.unexpected", id),
                    HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    /** Answers GET and HEAD. */
    protected abstract void get(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Answers POST; refused where a subclass does not say otherwise. */
    protected void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        throw notAllowed(response, "GET, HEAD");
    }

    /** @return the problem of a method that an address does not have */
    protected static Problem notAllowed(HttpServletResponse response, String allowed) {
        response.setHeader("Allow", allowed);
        return new Problem(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "api.method", allowed);
    }

    /** @return the problem of an address that leads nowhere */
    protected static Problem unknownAddress() {
        return new Problem(HttpServletResponse.SC_NOT_FOUND, "api.unknown");
    }

    /**
     * Reads the request's body.
     *
     * @throws Problem when it is no JSON, too long, or has fields that are unknown, doubled or of another type
     */
    protected final <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        return read(request, type, LARGEST_BODY);
    }

    /**
     * As {@link #read(HttpServletRequest, Class)}.
     *
     * @param largest bytes that the body may have
     */
    protected final <T> T read(HttpServletRequest request, Class<T> type, int largest) throws IOException {
        String contentType = request.getContentType();
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?")) {
            throw new Problem(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "api.content-type");
        }
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            throw new Problem(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "api.body.long", largest);
        }
        try {
            T value = Json.mapper().readValue(body, type);
            if (value != null) {
                return value;
            }
        } catch (JacksonException malformed) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.body.malformed",
                    malformed.getOriginalMessage());
        }
        throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.body.malformed", "null");
    }

    /** Answers with a value as JSON. */
    protected static void write(HttpServletRequest request, HttpServletResponse response, int status, Object value)
            throws IOException {
        write(request, response, status, "application/json", value);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal, int status)
            throws IOException {
        Locale locale = Messages.nearest(request.getLocale());
        response.setHeader("Content-Language", locale.toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        if (unread(request)) {
            response.setHeader("Connection", "close");
        }
        write(request, response, status, "application/problem+json",
                new ProblemBody(status, refusal.key(), refusal.in(messages, locale)));
    }

    /**
     * A body that was refused before it was read is still on its way, and the connection ends with it: the sender has
     * to know, or its next request meets a closed door (RFC 9112, 9.6).
     */
    private static boolean unread(HttpServletRequest request) throws IOException {
        return request.getMethod().equals("POST") && !request.getInputStream().isFinished();
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, int status, String type,
                              Object value) throws IOException {
        byte[] body = Json.mapper().writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
