package city.renewal.subscription.http;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.Sha256;
import city.renewal.base.http.FloodGate;
import city.renewal.base.http.FormGates;
import city.renewal.base.http.FormGuard;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /subscribe/{code}[/{building}[/{stairwell}]]}: a resident asks to be told by e-mail. The answer is the same
 * whether the address is known or not, and an address gets few mails however often it is given.
 */
public final class SubscribeServlet extends HttpServlet {

    /** What every address begins with. */
    public static final String PATH = "/subscribe";

    private static final Pattern DOOR =
            Pattern.compile("/([A-Za-z0-9-]{1,32})(?:/([A-Za-z0-9+-]{1,32})(?:/([1-9][0-9]?))?)?");
    private static final int TOO_MANY = 429;
    private static final int UNPROCESSABLE = 422;
    private static final String SENT = "sent";

    private final transient Subscriptions subscriptions;
    private final transient PublicPages pages;
    private final transient FormGuard guard;
    private final transient FormGates gates;
    /** Mails to one e-mail address, by its hash. */
    private final transient FloodGate byReader;

    public SubscribeServlet(Subscriptions subscriptions, PublicPages pages, FormGuard guard, Clock clock) {
        this.subscriptions = subscriptions;
        this.pages = pages;
        this.guard = guard;
        gates = new FormGates(new FloodGate(100, Duration.ofSeconds(1), clock), clock);
        byReader = new FloodGate(3, Duration.ofHours(8), clock);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageReader reader = pages.reader(request);
        Optional<Door> door = door(request);
        if (door.isEmpty()) {
            unknown(request, response, reader);
            return;
        }
        boolean sent = subscriptions.offered() && "1".equals(request.getParameter(SENT));
        show(request, response, reader, HttpServletResponse.SC_OK, door.get(), "", null,
                sent ? reader.text("subscription.sent") : null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageReader reader = pages.reader(request);
        long wait = gates.admit(request);
        if (wait > 0) {
            tooMany(request, response, reader, wait);
            return;
        }
        Optional<Door> door = door(request);
        if (door.isEmpty()) {
            unknown(request, response, reader);
            return;
        }
        String address = field(request, "address");
        FormGuard.Proof proof = guard.check(request, field(request, "token"), field(request, "answer"));
        switch (proof) {
            case FOREIGN -> show(request, response, reader, HttpServletResponse.SC_FORBIDDEN, door.get(), address,
                    reader.text("subscription.foreign"), null);
            case EARLY -> show(request, response, reader, UNPROCESSABLE, door.get(), address,
                    reader.text("subscription.early", FormGuard.SLOW.toSeconds()), null);
            case SLOW, SOLVED -> take(request, response, reader, door.get(), address, proof);
        }
    }

    private void take(HttpServletRequest request, HttpServletResponse response, PageReader reader, Door door,
                      String address, FormGuard.Proof proof) throws IOException {
        try {
            subscriptions.check(address);
            // Not before, so that a mistake costs nobody a turn, nor the neighbours behind the same address.
            long later = gates.take(request, proof);
            if (later > 0) {
                tooMany(request, response, reader, later);
                return;
            }
            if (guard.use(field(request, "token"))
                    && byReader.pass(Sha256.hex(address.toLowerCase(Locale.ROOT)))) {
                subscriptions.ask(door, address, Messages.nearest(Locale.forLanguageTag(field(request, "language"))));
            }
            response.setHeader("Location", reader.address(PATH + "/" + door.path(), SENT, "1"));
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        } catch (Refusal refused) {
            show(request, response, reader, UNPROCESSABLE, door, address,
                    refused.in(pages.messages(), reader.locale()), null);
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, PageReader reader, int status, Door door,
                      String address, @Nullable String refused, @Nullable String sent) throws IOException {
        String path = PATH + "/" + door.path();
        String notice = "/n/" + door.path();
        boolean asks = subscriptions.offered() && sent == null;
        Frame frame = pages.frame(reader, reader.text("subscription.title"), path)
                .under(reader.address(notice), door.project().names().in(reader.locale()));
        pages.send(request, response, reader, status, "subscription/form.jte", new SubscribePage(frame,
                door.name(pages.messages(), reader.locale()), refused, sent,
                asks ? new SubscribePage.Form(reader.address(path), guard.token(request, response),
                        FormGuard.PUZZLE_BITS, pages.puzzle(), address, languages(reader),
                        reader.text("subscription.slow", FormGuard.SLOW.toSeconds())) : null,
                reader.address(notice + ".ics"), reader.address(notice + ".atom"), reader.address(notice)));
    }

    private List<Frame.Choice> languages(PageReader reader) {
        return Messages.LOCALES.stream().map(each -> new Frame.Choice(each.toLanguageTag(),
                reader.text(each.equals(Locale.ENGLISH) ? "subscription.language.en" : "subscription.language.zh"),
                each.equals(reader.locale()))).toList();
    }

    private void unknown(HttpServletRequest request, HttpServletResponse response, PageReader reader)
            throws IOException {
        pages.say(request, response, reader, HttpServletResponse.SC_NOT_FOUND,
                pages.frame(reader, reader.text("subscription.title"), PATH), reader.text("subscription.unknown"),
                new Frame.Link(reader.address(PublicPages.PROJECTS), reader.text("notice-page.unknown.home"),
                        reader.locale().getLanguage()));
    }

    private void tooMany(HttpServletRequest request, HttpServletResponse response, PageReader reader, long seconds)
            throws IOException {
        response.setHeader("Retry-After", String.valueOf(seconds));
        response.setHeader("Connection", "close");
        String again = request.getRequestURI();
        pages.say(request, response, reader, TOO_MANY, pages.frame(reader, reader.text("subscription.title"), again),
                reader.text("subscription.many"), new Frame.Link(reader.address(again),
                        reader.text("subscription.again"), reader.locale().getLanguage()));
    }

    private Optional<Door> door(HttpServletRequest request) {
        Matcher parts = DOOR.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        return parts.matches() ? subscriptions.door(parts.group(1), parts.group(2),
                parts.group(3) == null ? null : Integer.valueOf(parts.group(3))) : Optional.empty();
    }

    private static String field(HttpServletRequest request, String name) {
        String given = request.getParameter(name);
        return given == null ? "" : given.strip();
    }
}
