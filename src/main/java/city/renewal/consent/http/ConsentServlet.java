package city.renewal.consent.http;

import city.renewal.base.http.Callers;
import city.renewal.base.http.EntityTag;
import city.renewal.base.http.FloodGate;
import city.renewal.base.http.Frame;
import city.renewal.base.http.Json;
import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.consent.Ballots;
import city.renewal.consent.ConsentItem;
import city.renewal.consent.ConsentRecord;
import city.renewal.consent.Consents;
import city.renewal.consent.Count;
import city.renewal.consent.ItemState;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /consent/{project}}, what a project's owners are asked and how it ended; {@code
 * /consent/{project}/record.jsonl}, the record of its votes, a line of JSON an entry; and {@code
 * /consent/picture/{hash}.jpg}, the pictures of items. For everybody.
 */
public final class ConsentServlet extends HttpServlet {

    private static final String ROOT = "/consent/";
    private static final String CODE = "/([A-Za-z0-9][A-Za-z0-9-]{0,31})";
    private static final Pattern RECORD = Pattern.compile(CODE + "/record\\.jsonl");
    private static final Pattern PICTURE = Pattern.compile("/picture/([0-9a-f]{64})\\.jpg");
    private static final Pattern PAGE = Pattern.compile(CODE + "/?");

    private static final int TOO_MANY_REQUESTS = 429;

    private final transient Projects projects;
    private final transient Consents consents;
    private final transient ConsentRecord record;
    private final transient Ballots ballots;
    private final transient PublicPages pages;
    private final transient Clock clock;
    /** A record can be long; who has it already is answered without counting. */
    private final transient FloodGate records;

    public ConsentServlet(Projects projects, Consents consents, ConsentRecord record, Ballots ballots,
                          PublicPages pages, Clock clock) {
        this.projects = projects;
        this.consents = consents;
        this.record = record;
        this.ballots = ballots;
        this.pages = pages;
        this.clock = clock;
        records = new FloodGate(30, Duration.ofSeconds(10), clock);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Matcher asked = RECORD.matcher(path);
        Matcher picture = PICTURE.matcher(path);
        if (asked.matches()) {
            sendRecord(project(asked), request, response);
        } else if (picture.matches()) {
            sendPicture(ballots.picture(picture.group(1)), response);
        } else {
            sendPage(PAGE.matcher(path), request, response);
        }
    }

    private Optional<Project> project(Matcher path) {
        return path.matches() ? projects.find(path.group(1)).filter(Project::openToPublic) : Optional.empty();
    }

    private void sendRecord(Optional<Project> project, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (project.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        long id = project.get().id();
        String caller = Callers.of(request.getRemoteAddr());
        if (EntityTag.answers(request, response, id, record.version(id))) {
            return;
        }
        if (!records.pass(caller)) {
            response.setHeader("Retry-After", String.valueOf(records.seconds(caller)));
            response.sendError(TOO_MANY_REQUESTS);
            return;
        }
        response.setContentType("application/jsonl;charset=utf-8");
        PrintWriter out = response.getWriter();
        record.read(id, line -> out.append(Json.mapper().writeValueAsString(line)).append('\n'));
    }

    private static void sendPicture(Optional<byte[]> picture, HttpServletResponse response) throws IOException {
        if (picture.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setContentType("image/jpeg");
        response.getOutputStream().write(picture.get());
    }

    private void sendPage(Matcher path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageReader reader = pages.reader(request);
        Optional<Project> project = project(path);
        if (project.isEmpty()) {
            pages.unknown(request, response, reader, ROOT);
            return;
        }
        pages.send(request, response, reader, HttpServletResponse.SC_OK, "consent/page.jte",
                page(reader, project.get()));
    }

    private ConsentPage page(PageReader reader, Project project) {
        String address = ROOT + project.code();
        String name = project.names().in(reader.locale());
        Frame frame = pages.frame(reader, reader.text("consent.page.title", name), address)
                .under(reader.address("/n/" + project.code()), name);
        List<ConsentItem> items = consents.published(project.id());
        Map<Long, Count> results = consents.results(project.id());
        LocalDate today = LocalDate.now(clock);
        ConsentPageParts parts = new ConsentPageParts(reader, clock.getZone());
        return new ConsentPage(frame, reader.address("/vote/" + project.code()),
                items.stream().filter(item -> item.takesVotesOn(today)).map(parts::open).toList(),
                items.reversed().stream().filter(item -> item.state() == ItemState.CLOSED)
                        .map(item -> parts.closed(item, results.get(item.id()))).toList(),
                parts.ledger(consents.dropped(project.id())), address + "/record.jsonl");
    }
}
