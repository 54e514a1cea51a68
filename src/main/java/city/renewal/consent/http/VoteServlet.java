package city.renewal.consent.http;

import city.renewal.base.Formats;
import city.renewal.base.Installation;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.http.ReaderChoice;
import city.renewal.consent.Ballots;
import city.renewal.consent.Choice;
import city.renewal.consent.Consents;
import city.renewal.consent.HouseholdCodes;
import city.renewal.consent.Receipt;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /vote/{project}}: code, then items, then one vote each. No account, session or cookie: whoever posts shows the
 * code, which no other site can know, so that a forged form is worth nothing.
 */
public final class VoteServlet extends HttpServlet {

    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9][A-Za-z0-9-]{0,31})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNPROCESSABLE = 422;

    private final transient Messages messages;
    private final transient Installation installation;
    private final transient Projects projects;
    private final transient HouseholdCodes codes;
    private final transient Consents consents;
    private final transient Ballots ballots;
    private final transient Clock clock;

    public VoteServlet(Messages messages, Installation installation, Projects projects, HouseholdCodes codes,
                       Consents consents, Ballots ballots, Clock clock) {
        this.messages = messages;
        this.installation = installation;
        this.projects = projects;
        this.codes = codes;
        this.consents = consents;
        this.ballots = ballots;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Project> project = project(request);
        if (project.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        VotePage page = page(request);
        first(page, project.get(), "");
        send(response, HttpServletResponse.SC_OK, page, project.get(), request, "");
    }

    private void first(VotePage page, Project project, String typed) {
        LocalDate today = LocalDate.now(clock);
        page.askForCode(path(project), typed, consents.published(project.id()).stream()
                .filter(item -> item.takesVotesOn(today)).toList());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8);
        Optional<Project> project = project(request);
        if (project.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        VotePage page = page(request);
        String code = Objects.requireNonNullElse(request.getParameter("code"), "");
        HouseholdCodes.Holder holder;
        try {
            holder = codes.enter(code, project.get().code(), request.getRemoteAddr());
        } catch (Refusal refused) {
            page.say(refused.in(messages, locale(request)), true);
            first(page, project.get(), code);
            send(response, status(refused, response), page, project.get(), request, "");
            return;
        }
        int status = vote(request, response, page, holder);
        page.household(holder.household());
        List<Ballots.Paper> papers = ballots.papers(holder);
        papers.forEach(paper -> page.paper(path(project.get()), code, paper));
        if (papers.isEmpty()) {
            page.none();
        }
        send(response, status, page, project.get(), request, code);
    }

    private int vote(HttpServletRequest request, HttpServletResponse response, VotePage page,
                     HouseholdCodes.Holder holder) {
        String item = request.getParameter("item");
        if (item == null) {
            return HttpServletResponse.SC_OK;
        }
        try {
            if (!NUMBER.matcher(item).matches()) {
                throw new Refusal("vote.foreign");
            }
            Choice choice = Arrays.stream(Choice.values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(request.getParameter("choice")))
                    .findFirst().orElseThrow(() -> new Refusal("vote.choice.missing"));
            Receipt receipt = ballots.cast(holder, Long.parseLong(item), choice);
            page.receipt(receipt, consents.get(receipt.itemId()));
            return HttpServletResponse.SC_OK;
        } catch (Refusal refused) {
            page.say(refused.in(messages, locale(request)), true);
            return status(refused, response);
        }
    }

    private static int status(Refusal refused, HttpServletResponse response) {
        return switch (refused.key()) {
            case "code.throttled" -> {
                response.setHeader("Retry-After", String.valueOf(refused.parameters()[0]));
                yield TOO_MANY_REQUESTS;
            }
            case "vote.used.online", "vote.used.paper", "vote.closed" -> HttpServletResponse.SC_CONFLICT;
            case "code.unknown", "code.voided", "code.expired", "code.foreign" -> HttpServletResponse.SC_FORBIDDEN;
            default -> UNPROCESSABLE;
        };
    }

    private Optional<Project> project(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.matches() ? projects.find(path.group(1)).filter(Project::openToPublic) : Optional.empty();
    }

    private static String path(Project project) {
        return "/vote/" + project.code();
    }

    private VotePage page(HttpServletRequest request) {
        Locale locale = locale(request);
        return new VotePage(messages, reading(request), installation.demonstration(),
                new Formats(messages, locale, LocalDate.now(clock)), clock.getZone());
    }

    private static VotePage.Reading reading(HttpServletRequest request) {
        String size = request.getParameter("size");
        return new VotePage.Reading(locale(request),
                size == null ? ReaderChoice.elder(request) : size.equals("large"));
    }

    private static Locale locale(HttpServletRequest request) {
        return ReaderChoice.language(request, request.getParameter("lang"));
    }

    private void send(HttpServletResponse response, int status, VotePage page, Project project,
                      HttpServletRequest request, String code) throws IOException {
        response.setStatus(status);
        response.setHeader("Content-Security-Policy", VotePage.POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write(page.whole(path(project), project.names().in(locale(request)), code));
    }
}
