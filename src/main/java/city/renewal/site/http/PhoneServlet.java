package city.renewal.site.http;

import city.renewal.account.Actor;
import city.renewal.account.http.Session;
import city.renewal.base.Formats;
import city.renewal.base.Installation;
import city.renewal.base.Messages;
import city.renewal.base.http.JsonServlet;
import city.renewal.base.http.Problem;
import city.renewal.base.http.ReaderChoice;
import city.renewal.project.Kinds;
import city.renewal.project.Projects;
import city.renewal.site.PhoneDesk;
import city.renewal.site.SheetInbox;
import city.renewal.site.photo.Photo;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.http.PhotoJson;
import city.renewal.site.photo.http.PhotoRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the day sheet's page asks and sends, with the session's cookie: {@code GET desk}, {@code POST sheets},
 * {@code POST photos}, {@code POST kept/{line}}. Every answer carries the server's time, by which the phone's clock is
 * judged.
 */
public final class PhoneServlet extends JsonServlet {

    /** Where it is served. */
    public static final String PATH = PhonePages.PATH + "/api";

    /** The server's moment, such as 2026-11-23T08:00:00Z. */
    private static final String TIME = "Huanxin-Time";
    private static final int LARGEST_SHEET = 256 * 1024;
    private static final int MOST_KNOWN = 12;
    private static final Pattern KEPT = Pattern.compile("/kept/([0-9]{1,18})");

    private final transient PhoneDesk desk;
    private final transient SheetInbox inbox;
    private final transient Projects projects;
    private final transient Photos photos;
    private final transient Kinds kinds;
    private final transient Messages messages;
    private final transient Installation installation;
    private final transient Clock clock;

    public PhoneServlet(Messages messages, Installation installation, PhoneDesk desk, SheetInbox inbox, Projects projects, Photos photos,
                           Kinds kinds, Clock clock) {
        super(messages);
        this.messages = messages;
        this.installation = installation;
        this.desk = desk;
        this.inbox = inbox;
        this.projects = projects;
        this.photos = photos;
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    protected void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"/desk".equals(request.getPathInfo())) {
            throw unknownAddress();
        }
        Actor actor = prepared(response, () -> Session.reading(request));
        Locale locale = ReaderChoice.language(request, null);
        write(request, response, HttpServletResponse.SC_OK, new PhoneDeskJson.Maker(kinds,
                new Formats(messages, locale, LocalDate.now(clock)), clock.getZone().getId(),
                photos.limits().megabytes(), installation.demonstration()).desk(actor, desk.read(actor, known(request.getParameter("plans")))));
    }

    private interface Caller {
        Actor find();
    }

    private Actor prepared(HttpServletResponse response, Caller caller) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(TIME, clock.instant().toString());
        return caller.find();
    }

    /** Reads {@code C01~17-2026-11-23,C02~}: codes of projects and the stamps of the plans that the phone has. */
    private static Map<String, String> known(@Nullable String given) {
        Map<String, String> known = new LinkedHashMap<>();
        for (String each : given == null || given.isEmpty() ? new String[0] : given.split(",", MOST_KNOWN + 1)) {
            String[] parts = each.split("~", 2);
            if (parts.length != 2 || known.size() == MOST_KNOWN) {
                throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.choice", "plans", each);
            }
            known.put(parts[0], parts[1]);
        }
        return known;
    }

    @Override
    protected void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Matcher kept = KEPT.matcher(path);
        Actor actor = prepared(response, () -> Session.writing(request));
        if (path.equals("/sheets")) {
            PhoneSheet sheet = read(request, PhoneSheet.class, LARGEST_SHEET);
            write(request, response, HttpServletResponse.SC_CREATED, PhoneAnswer.of(
                    inbox.receive(actor, sheet.sheet(projects.get(sheet.code()).id()))));
        } else if (path.equals("/photos")) {
            write(request, response, HttpServletResponse.SC_CREATED, PhotoJson.of(photo(actor, request)));
        } else if (kept.matches()) {
            inbox.putAway(actor, Long.parseLong(kept.group(1)));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            throw unknownAddress();
        }
    }

    /** The phone says what the bytes hash to, so that what came already needs no second journey. */
    private Photo photo(Actor actor, HttpServletRequest request) throws IOException {
        PhotoRequest photo = PhotoRequest.of(request, photos.limits());
        long report = inbox.report(actor, needed(request, "request"), task(needed(request, "task")));
        Optional<Photo> sent = photos.sent(actor, report, needed(request, "sha256"));
        return sent.isPresent() ? sent.get() : photos.add(actor, report, photo.stage(), request.getInputStream());
    }

    private static String needed(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null || value.isEmpty()) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.missing", name);
        }
        return value;
    }

    private static long task(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.choice", "task", text);
        }
    }
}
