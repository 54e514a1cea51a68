package city.renewal.subscription.http;

import city.renewal.base.http.Callers;
import city.renewal.base.http.FloodGate;
import city.renewal.base.http.Frame;
import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.subscription.Door;
import city.renewal.subscription.Subscriptions;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /mail/confirm/{key}} and {@code /mail/leave/{key}}: where the links of mails lead. Following a link does nothing
 * yet, because mail servers follow links to look what is behind them; the page has one button. Programs that readers use
 * for their mail leave by sending the POST of RFC 8058 themselves, without ever seeing the page.
 */
public final class MailLinkServlet extends HttpServlet {

    /** What every address begins with. */
    public static final String PATH = "/mail";

    private static final Pattern LINK = Pattern.compile("/(confirm|leave)/([A-Za-z0-9_-]{1,64})");
    private static final String CONFIRM = "confirm";
    private static final int TOO_MANY = 429;

    private final transient Subscriptions subscriptions;
    private final transient PublicPages pages;
    /** Keys that open nothing, from one address. */
    private final transient FloodGate misses;

    public MailLinkServlet(Subscriptions subscriptions, PublicPages pages, Clock clock) {
        this.subscriptions = subscriptions;
        this.pages = pages;
        misses = new FloodGate(30, Duration.ofSeconds(10), clock);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, false);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, true);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, boolean does) throws IOException {
        PageReader reader = pages.reader(request);
        Matcher link = LINK.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!link.matches()) {
            gone(request, response, reader, reader.text("subscription.confirm.gone"));
        } else if (!misses.open(Callers.of(request.getRemoteAddr()))) {
            response.setHeader("Retry-After", String.valueOf(misses.seconds(Callers.of(request.getRemoteAddr()))));
            say(request, response, reader, TOO_MANY, reader.text("subscription.many"));
        } else if (link.group(1).equals(CONFIRM)) {
            confirm(request, response, reader, link.group(2), does);
        } else {
            leave(request, response, reader, link.group(2), does);
        }
    }

    private void confirm(HttpServletRequest request, HttpServletResponse response, PageReader reader, String key,
                         boolean does) throws IOException {
        Optional<Subscriptions.Reader> found = subscriptions.confirming(key);
        if (found.isEmpty() || does && !subscriptions.confirm(key)) {
            misses.pass(Callers.of(request.getRemoteAddr()));
            gone(request, response, reader, reader.text("subscription.confirm.gone"));
            return;
        }
        String about = about(found.get(), reader);
        send(request, response, reader, new LinkPage(
                frame(request, reader, "subscription.confirm.title"),
                does ? reader.text("subscription.confirm.done", found.get().address(), about)
                        : reader.text("subscription.confirm.text", found.get().address(), about),
                does, does ? null : reader.address(request.getRequestURI()),
                does ? null : reader.text("subscription.confirm.send"), next(found.get(), reader)));
    }

    /** What is not there any more is answered like what left just now: there is nothing to do, and nothing to learn. */
    private void leave(HttpServletRequest request, HttpServletResponse response, PageReader reader, String key,
                       boolean does) throws IOException {
        Optional<Subscriptions.Reader> found = subscriptions.leaving(key);
        if (found.isEmpty()) {
            misses.pass(Callers.of(request.getRemoteAddr()));
        }
        if (does) {
            subscriptions.leave(key);
        }
        boolean asks = !does && found.isPresent();
        send(request, response, reader, new LinkPage(frame(request, reader, "subscription.leave.title"),
                asks ? reader.text("subscription.leave.text", found.get().address(), about(found.get(), reader))
                        : reader.text("subscription.leave.done"),
                !asks, asks ? reader.address(request.getRequestURI()) : null,
                asks ? reader.text("subscription.leave.send") : null,
                found.map(each -> next(each, reader)).orElseGet(() -> home(reader))));
    }

    private String about(Subscriptions.Reader found, PageReader reader) {
        Door door = found.about();
        return door != null ? door.name(pages.messages(), reader.locale())
                : reader.text(found.staff() ? "letter.queue.name" : "subscription.project");
    }

    private Frame.Link next(Subscriptions.Reader found, PageReader reader) {
        Door door = found.about();
        return door == null ? home(reader) : new Frame.Link(reader.address("/n/" + door.path()),
                reader.text("subscription.back"), reader.locale().getLanguage());
    }

    private static Frame.Link home(PageReader reader) {
        return new Frame.Link(reader.address(PublicPages.PROJECTS), reader.text("notice-page.unknown.home"),
                reader.locale().getLanguage());
    }

    private Frame frame(HttpServletRequest request, PageReader reader, String title) {
        return pages.frame(reader, reader.text(title), request.getRequestURI());
    }

    private void send(HttpServletRequest request, HttpServletResponse response, PageReader reader, LinkPage page)
            throws IOException {
        pages.send(request, response, reader, HttpServletResponse.SC_OK, "subscription/link.jte", page);
    }

    private void gone(HttpServletRequest request, HttpServletResponse response, PageReader reader, String text)
            throws IOException {
        say(request, response, reader, HttpServletResponse.SC_NOT_FOUND, text);
    }

    private void say(HttpServletRequest request, HttpServletResponse response, PageReader reader, int status,
                     String text) throws IOException {
        pages.say(request, response, reader, status,
                pages.frame(reader, reader.text("subscription.title"), SubscribeServlet.PATH), text, home(reader));
    }
}
