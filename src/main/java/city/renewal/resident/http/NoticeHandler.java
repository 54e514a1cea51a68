package city.renewal.resident.http;

import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.base.http.Problem;
import city.renewal.base.http.ReaderChoice;
import city.renewal.project.Kinds;
import city.renewal.resident.ResidentPages;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code /n/…}: what hangs at the door and is read on any telephone. Makes no session, sets no cookie, sends no script.
 * The language is the address's {@code lang}, else the browser's; caches are told so by {@code Vary}, and ask again each
 * time, which costs them a 304.
 */
public final class NoticeServlet extends HttpServlet {

    /** What every address begins with. */
    public static final String ROOT = NoticeAddress.ROOT;

    private static final String ALLOWED = "GET, HEAD, OPTIONS";
    private static final long PAGE_BYTES = 32L << 20;
    private static final long POSTER_BYTES = 16L << 20;
    private static final String RETRY_SECONDS = "5";
    private static final String GZIP_END = "-gzip";

    private final transient NoticeDesk desk;
    private final transient NoticeShelf pages;
    /** Apart from the pages, so that none of them waits while a poster is drawn. */
    private final transient NoticeShelf posters;
    private final transient Messages messages;
    private final transient Clock clock;
    private final String publicAddress;

    /**
     * @param publicAddress where residents reach the program, without a slash at its end; empty to take the address on
     *                      which this machine was asked
     */
    public NoticeServlet(ResidentPages residents, Messages messages, Kinds kinds, ChangeFeed feed, Clock clock,
                         String publicAddress) {
        this.desk = new NoticeDesk(residents, messages, kinds, clock);
        this.pages = new NoticeShelf(feed, clock, PAGE_BYTES);
        this.posters = new NoticeShelf(feed, clock, POSTER_BYTES);
        this.messages = messages;
        this.clock = clock;
        this.publicAddress = publicAddress;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> answer(request, response);
            case "OPTIONS" -> {
                response.setHeader("Allow", ALLOWED);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> {
                response.setHeader("Allow", ALLOWED);
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = language(request);
        response.setHeader("Content-Security-Policy", desk.policy());
        response.setHeader("Content-Language", language.toLanguageTag());
        response.setHeader("Vary", "Accept-Encoding, Accept-Language");
        try {
            Optional<Served> found = NoticeAddress.of(request)
                    .flatMap(asked -> find(asked, language, base(request)));
            if (found.isPresent()) {
                send(found.get(), request, response);
            } else {
                refuse(HttpServletResponse.SC_NOT_FOUND, NoticeDesk.HTML, desk.unknown(language), request, response);
            }
        } catch (Problem busy) {
            response.setHeader("Retry-After", RETRY_SECONDS);
            refuse(busy.status(), "text/plain;charset=utf-8", busy.in(messages, language), request, response);
        }
    }

    private static void refuse(int status, String type, String text, HttpServletRequest request,
                               HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        write(type, text.getBytes(StandardCharsets.UTF_8), request, response);
    }

    private Optional<Served> find(NoticeAddress address, Locale language, String base) {
        NoticeShelf.Key key = new NoticeShelf.Key(address, language.getLanguage(), base, LocalDate.now(clock));
        NoticeShelf shelf = address.form() == NoticeAddress.Form.POSTER ? posters : pages;
        return shelf.find(key).or(() -> shelf.get(key, () -> desk.make(address, language, base)));
    }

    private static Locale language(HttpServletRequest request) {
        Locale named = NoticeAddress.language(request);
        return named != null ? named : ReaderChoice.ofBrowser(request);
    }

    /** Never taken from what the caller says the host is, since it is printed and kept for everybody. */
    private String base(HttpServletRequest request) {
        if (!publicAddress.isEmpty()) {
            return publicAddress;
        }
        String address = request.getLocalAddr();
        return "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + request.getLocalPort();
    }

    private static void send(Served served, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean compressed = served.compressed() != null && takesGzip(request);
        response.setHeader("ETag", '"' + served.tag() + (compressed ? GZIP_END : "") + '"');
        response.setHeader("Cache-Control", "public, no-cache");
        if (knows(request, served.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        write(served.type(), compressed ? served.compressed() : served.plain(), request, response);
    }

    private static void write(String type, byte[] body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static boolean takesGzip(HttpServletRequest request) {
        String taken = request.getHeader("Accept-Encoding");
        return taken != null && taken.contains("gzip") && !taken.matches(".*gzip\\s*;\\s*q=0(\\.0*)?\\s*(,.*)?");
    }

    private static boolean knows(HttpServletRequest request, String tag) {
        String known = request.getHeader("If-None-Match");
        return known != null && (known.contains('"' + tag + '"') || known.contains('"' + tag + GZIP_END + '"')
                || known.strip().equals("*"));
    }
}
