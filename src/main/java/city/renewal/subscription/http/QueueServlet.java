package city.renewal.subscription.http;

import city.renewal.base.AtomFile;
import city.renewal.base.CalendarFile;
import city.renewal.base.Refusal;
import city.renewal.base.Sha256;
import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.base.http.ServerAddress;
import city.renewal.subscription.QueueAddress;
import city.renewal.subscription.StaffQueues;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /queue/{token}.ics} and {@code .atom}: what waits for a member of staff, for calendars and feed readers, which
 * cannot sign in. The same as the morning's mail, without residents' names, numbers or words. Whoever has no address
 * that works is not told why.
 */
public final class QueueServlet extends HttpServlet {

    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9_-]{40,64})\\.(ics|atom)");
    private static final String THROTTLED = "login.throttled";
    private static final int TOO_MANY = 429;

    private final transient QueueAddress addresses;
    private final transient PublicPages pages;
    private final String publicAddress;

    /** @param publicAddress as {@link ServerAddress} takes it */
    public QueueServlet(QueueAddress addresses, PublicPages pages, String publicAddress) {
        this.addresses = addresses;
        this.pages = pages;
        this.publicAddress = publicAddress;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PageReader reader = pages.reader(request);
        QueueAddress.Waiting waiting;
        try {
            waiting = addresses.waiting(path.group(1), reader.locale(), request.getRemoteAddr());
        } catch (Refusal refused) {
            if (refused.key().equals(THROTTLED)) {
                response.setHeader("Retry-After", String.valueOf(refused.parameters()[0]));
            }
            response.sendError(refused.key().equals(THROTTLED) ? TOO_MANY : HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean calendar = path.group(2).equals("ics");
        response.setContentType(calendar ? "text/calendar;charset=utf-8" : "application/atom+xml;charset=utf-8");
        String base = ServerAddress.of(publicAddress, request.getLocalAddr(), request.getLocalPort());
        response.getOutputStream().write(calendar ? calendar(waiting, reader, base)
                : feed(waiting, reader, base, request.getRequestURI()));
    }

    /** What is due comes at its hour or on its day, everything else and what is overdue on the day that is. */
    private static byte[] calendar(QueueAddress.Waiting waiting, PageReader reader, String base) {
        CalendarFile file = new CalendarFile(title(reader));
        LocalDate today = waiting.since().toLocalDate();
        for (StaffQueues.Line line : waiting.lines()) {
            StaffQueues.Due due = line.due();
            boolean overdue = due != null && due.overdue();
            CalendarFile.Event event = new CalendarFile.Event(Sha256.hex(about(waiting, line)),
                    waiting.since().toInstant(),
                    overdue ? reader.text("queue-address.overdue", line.title()) : line.title(), line.text(),
                    base + line.link());
            if (due == null || overdue) {
                file.add(event, today, today);
            } else if (due.at() == null) {
                file.add(event, due.day(), due.day());
            } else {
                file.add(event, due.at().toInstant());
            }
        }
        return file.bytes();
    }

    private static byte[] feed(QueueAddress.Waiting waiting, PageReader reader, String base, String self) {
        return AtomFile.write(new AtomFile.Head(reader.locale(), "queue/" + waiting.actor().login(), title(reader),
                        waiting.since(), base + self, base + "/desk", reader.text("brand.name")),
                waiting.lines().stream().map(line -> new AtomFile.Entry(about(waiting, line), line.title(),
                        waiting.since(), line.text(), base + line.link())).toList());
    }

    private static String title(PageReader reader) {
        return reader.text("queue-address.title");
    }

    private static String about(QueueAddress.Waiting waiting, StaffQueues.Line line) {
        return "queue/" + waiting.actor().login() + "/" + line.link() + "/" + line.title();
    }
}
