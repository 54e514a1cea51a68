package city.renewal.base.http;

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

/**
 * Lays out and sends the public pages that are made for one reader, without a session: nothing is kept by anybody on the
 * way, and nothing runs but the two scripts named here. Any thread.
 */
public final class PublicPages {

    /** Where every public project is listed without script. */
    public static final String PROJECTS = "/projects";

    /** Where every public page says what is kept of its readers. */
    public static final String PRIVACY = "/privacy";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final String style = file("pages.css");
    private final String puzzle = file("puzzle.js");
    private final String householdCode = file("household-code.js");
    private final String policy = "default-src 'none'; img-src 'self'; style-src " + hash(style) + "; script-src "
            + hash(puzzle) + " " + hash(householdCode) + "; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private final Messages messages;
    private final Installation installation;
    private final Clock clock;

    public PublicPages(Messages messages, Installation installation, Clock clock) {
        this.messages = messages;
        this.installation = installation;
        this.clock = clock;
    }

    public PageReader reader(HttpServletRequest request) {
        return new PageReader(messages, request, LocalDate.now(clock));
    }

    public Messages messages() {
        return messages;
    }

    /** @return solves the puzzle of {@link FormGuard} in a form with {@code data-bits}, {@code token} and {@code answer} */
    public String puzzle() {
        return puzzle;
    }

    /** @return takes a household's code from behind the number sign of a letter's address into the field {@code code} */
    public String householdCode() {
        return householdCode;
    }

    /**
     * @param path       of the page, to which the switches lead
     * @param parameters of the address, names and values, that the switches keep
     */
    public Frame frame(PageReader reader, String title, String path, String... parameters) {
        boolean english = reader.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return new Frame(reader.locale().toLanguageTag(), reader.large(), style, title, installation.demonstration(),
                new Frame.Link(reader.address("/"), reader.text("brand.name"), reader.locale().getLanguage()),
                List.of(new Frame.Link(reader.switched(path, false, parameters),
                                reader.text(reader.large() ? "nav.elder.off" : "nav.elder.on"),
                                reader.locale().getLanguage()),
                        new Frame.Link(reader.switched(path, true, parameters), reader.text("nav.other-language"),
                                english ? "zh" : "en")),
                reader.kept().entrySet().stream().map(each -> new Frame.Hidden(each.getKey(), each.getValue())).toList(),
                null, new Frame.Link(reader.address(PRIVACY), reader.text("personal-data.link"),
                        reader.locale().getLanguage()), reader::text);
    }

    /** Sends a page of a template with its one parameter {@code page}. */
    public void send(HttpServletRequest request, HttpServletResponse response, PageReader reader, int status,
              String template, Object page) throws IOException {
        send(request, response, reader, status, template, Map.of("page", page));
    }

    /**
     * Sends a page that says one thing and where to go on.
     *
     * @param next where to go on, in words
     */
    public void say(HttpServletRequest request, HttpServletResponse response, PageReader reader, int status, Frame frame,
                    String text, Frame.Link next) throws IOException {
        send(request, response, reader, status, "page/plain.jte", Map.of("frame", frame, "text", text, "next", next));
    }

    /**
     * Says that no public project belongs to an address, and where to look: the same whether it never was or is not
     * public any more, so that nobody learns which.
     *
     * @param path to which the switches of language and size lead
     */
    public void unknown(HttpServletRequest request, HttpServletResponse response, PageReader reader, String path)
            throws IOException {
        say(request, response, reader, HttpServletResponse.SC_NOT_FOUND,
                frame(reader, reader.text("page.unknown"), path), reader.text("page.unknown.text"),
                new Frame.Link(reader.address(PROJECTS), reader.text("notice-page.unknown.home"),
                        reader.locale().getLanguage()));
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
        // Addresses may hold keys: they go to nobody, not even to our own other pages.
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static String file(String name) {
        try (InputStream content = PublicPages.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(content, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String hash(String content) {
        return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(content)) + "'";
    }
}
