package city.renewal.visit.http;

import city.renewal.base.Refusal;
import city.renewal.base.http.Frame;
import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.consent.Household;
import city.renewal.consent.HouseholdCodes;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.visit.Contact;
import city.renewal.visit.Visit;
import city.renewal.visit.VisitBoard;
import city.renewal.visit.Visits;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /visit/{project}}: code, then the works in the home, each booked, moved and cancelled. No account, session or
 * cookie: whoever posts shows the code, which no other site can know, so that a forged form is worth nothing.
 */
public final class VisitServlet extends HttpServlet {

    /** Where the page is, before the project's code. */
    public static final String ROOT = "/visit/";

    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9][A-Za-z0-9-]{0,31})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNPROCESSABLE = 422;

    private final transient Projects projects;
    private final transient HouseholdCodes codes;
    private final transient Visits visits;
    private final transient VisitBoard board;
    private final int keptDays;
    private final transient PublicPages pages;
    private final transient Clock clock;

    /** @param keptDays days after a visit for which what the household wrote is kept */
    public VisitServlet(Projects projects, HouseholdCodes codes, Visits visits, VisitBoard board, int keptDays,
                        PublicPages pages, Clock clock) {
        this.projects = projects;
        this.codes = codes;
        this.visits = visits;
        this.board = board;
        this.keptDays = keptDays;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Project> project = project(request);
        if (project.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        askForCode(request, response, HttpServletResponse.SC_OK, project.get(), "", null);
    }

    private void askForCode(HttpServletRequest request, HttpServletResponse response, int status, Project project,
                            String typed, @Nullable String refused) throws IOException {
        PageReader reader = pages.reader(request);
        List<String> offered = board.works(project.id()).stream().map(work -> work.titles().in(reader.locale()))
                .toList();
        pages.send(request, response, reader, status, "visit/page.jte", new VisitPage(frame(reader, project), refused,
                null, reader.address(path(project)), typed, offered, null, List.of(),
                "", reader.address("/vote/" + project.code()), help(reader, project), pages.householdCode()));
    }

    private Frame frame(PageReader reader, Project project) {
        return pages.frame(reader, reader.text("visit.title"), path(project))
                .under("/project/" + project.code(), project.names().in(reader.locale()));
    }

    private @Nullable String help(PageReader reader, Project project) {
        return projects.parties(project.id()).stream()
                .filter(party -> party.role().equals("community") && party.phone() != null)
                .findFirst()
                .map(party -> reader.text("visit.help", reader.formats().name(party.organisation()),
                        Objects.requireNonNull(party.phone())))
                .orElse(null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8);
        Optional<Project> project = project(request);
        if (project.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PageReader reader = pages.reader(request);
        String code = field(request, "code");
        HouseholdCodes.Holder holder;
        try {
            holder = codes.enter(code, project.get().code(), request.getRemoteAddr());
        } catch (Refusal refused) {
            askForCode(request, response, status(refused, response), project.get(), code,
                    refused.in(pages.messages(), reader.locale()));
            return;
        }
        int status = HttpServletResponse.SC_OK;
        String refusal = null;
        Visit changed = null;
        try {
            changed = change(request, holder);
        } catch (Refusal refused) {
            status = status(refused, response);
            refusal = refused.in(pages.messages(), reader.locale());
        }
        Household household = holder.household();
        VisitPageParts parts = new VisitPageParts(reader, clock.getZone());
        pages.send(request, response, reader, status, "visit/page.jte", new VisitPage(
                frame(reader, project.get()).shownTo(new Frame.Hidden("code", code)), refusal,
                changed == null ? null : parts.done(changed), reader.address(path(project.get())), code, List.of(),
                reader.text("visit.household", household.buildings().in(reader.locale()), household.stairwell()),
                visits.offers(holder).stream().map(parts::work).toList(), reader.text("visit.private", keptDays),
                reader.address("/vote/" + project.get().code()), help(reader, project.get()), null));
    }

    /** @return what was booked, moved or cancelled by what came with the code, or null when there was nothing to do */
    private @Nullable Visit change(HttpServletRequest request, HouseholdCodes.Holder holder) {
        return switch (field(request, "do")) {
            case "book" -> visits.book(holder, number(request, "slot", "visit.time.missing"),
                    new Contact(field(request, "remark"), field(request, "phone")));
            case "move" -> visits.move(holder, number(request, "visit", "visit.gone"),
                    number(request, "slot", "visit.time.missing"));
            case "cancel" -> visits.cancel(holder, number(request, "visit", "visit.gone"), field(request, "reason"));
            default -> null;
        };
    }

    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static long number(HttpServletRequest request, String name, String otherwise) {
        String text = field(request, name);
        if (!NUMBER.matcher(text).matches()) {
            throw new Refusal(otherwise);
        }
        return Long.parseLong(text);
    }

    private static int status(Refusal refused, HttpServletResponse response) {
        return switch (refused.key()) {
            case "code.throttled" -> {
                response.setHeader("Retry-After", String.valueOf(refused.parameters()[0]));
                yield TOO_MANY_REQUESTS;
            }
            case "visit.many" -> TOO_MANY_REQUESTS;
            case "visit.full", "visit.booked", "visit.done", "visit.gone", "visit.late", "visit.barred",
                 "visit.slot.unknown" -> HttpServletResponse.SC_CONFLICT;
            case "code.unknown", "code.voided", "code.expired", "code.foreign" -> HttpServletResponse.SC_FORBIDDEN;
            default -> UNPROCESSABLE;
        };
    }

    private Optional<Project> project(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.matches() ? projects.find(path.group(1)).filter(Project::openToPublic) : Optional.empty();
    }

    private static String path(Project project) {
        return ROOT + project.code();
    }
}
