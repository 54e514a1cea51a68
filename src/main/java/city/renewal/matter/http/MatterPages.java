package city.renewal.matter.http;

import city.renewal.base.Installation;
import city.renewal.base.Messages;
import city.renewal.base.Sha256;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Lays pages out and sends them: nothing is kept by anybody on the way, and nothing runs but the puzzle. */
public final class MatterPages {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final String style = file("pages.css");
    private final String script = file("puzzle.js");
    private final String policy = "default-src 'none'; img-src 'self'; style-src 'sha256-" + hash(style)
            + "'; script-src 'sha256-" + hash(script)
            + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private final Messages messages;
    private final Installation installation;
    private final Clock clock;

    public MatterPages(Messages messages, Installation installation, Clock clock) {
        this.messages = messages;
        this.installation = installation;
        this.clock = clock;
    }

    PageReader reader(HttpServletRequest request) {
        return new PageReader(messages, request, LocalDate.now(clock));
    }

    Messages messages() {
        return messages;
    }

    String script() {
        return script;
    }

    /** @param parameters of the address, names and values, that the switches keep */
    Frame frame(PageReader reader, String title, String path, String... parameters) {
        boolean english = reader.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return new Frame(reader.locale().toLanguageTag(), reader.large(), style, title, installation.demonstration(),
                List.of(new Frame.Link(reader.switched(path, false, parameters),
                                reader.text(reader.large() ? "nav.elder.off" : "nav.elder.on"),
                                reader.locale().getLanguage()),
                        new Frame.Link(reader.switched(path, true, parameters), reader.text("nav.other-language"),
                                english ? "zh" : "en")),
                reader.kept().entrySet().stream().map(each -> new Frame.Hidden(each.getKey(), each.getValue())).toList(),
                reader::text);
    }

    /** Sends a page of a template with its one parameter {@code page}. */
    void send(HttpServletRequest request, HttpServletResponse response, PageReader reader, int status,
              String template, Object page) throws IOException {
        send(request, response, reader, status, template, Map.of("page", page));
    }

    /** Sends a page that says one thing and where to go on. */
    void say(HttpServletRequest request, HttpServletResponse response, PageReader reader, int status, String title,
             String text, String address, String link) throws IOException {
        send(request, response, reader, status, "matter/plain.jte", Map.of(
                "frame", frame(reader, title, request.getRequestURI().startsWith("/m/") ? "/wall" : "/report"),
                "text", text, "address", address, "link", link));
    }

    private void send(HttpServletRequest request, HttpServletResponse response, PageReader reader, int status,
                      String template, Map<String, Object> parameters) throws IOException {
        StringOutput html = new StringOutput();
        templates.render(template, parameters, html);
        byte[] body = html.toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Content-Language", reader.locale().toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        // Addresses of matters hold their keys: they go to nobody, not even to our own other pages.
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static String file(String name) {
        try (InputStream content = MatterPages.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(content, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String hash(String content) {
        return Base64.getEncoder().encodeToString(Sha256.of(content));
    }
}
