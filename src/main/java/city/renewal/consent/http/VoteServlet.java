package city.renewal.consent.http;

import city.renewal.base.Refusal;
import city.renewal.base.http.Frame;
import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.consent.Ballots;
import city.renewal.consent.Choice;
import city.renewal.consent.ConsentItem;
import city.renewal.consent.Consents;
import city.renewal.consent.Household;
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
import org.jspecify.annotations.Nullable;

/**
 * {@code /vote/{project}}: code, then items, then one vote each. No account, session or cookie: whoever posts shows the
 * code, which no other site can know, so that a forged form is worth nothing.
 */
public final class VoteServlet extends HttpServlet {

    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9][A-Za-z0-9-]{0,31})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNPROCESSABLE = 422;

    private final transient Projects projects;
    private final transient HouseholdCodes codes;
    private final transient Consents consents;
    private final transient Ballots ballots;
    private final transient PublicPages pages;
    private final transient Clock clock;

    public VoteServlet(Projects projects, HouseholdCodes codes, Consents consents, Ballots ballots, PublicPages pages,
                       Clock clock) {
        this.projects = projects;
        this.codes = codes;
        this.consents = consents;
        this.ballots = ballots;
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
        LocalDate today = LocalDate.now(clock);
        List<VotePage.Open> open = consents.published(project.id()).stream()
                .filter(item -> item.takesVotesOn(today))
                .map(item -> new VotePage.Open(item.titles().in(reader.locale()), until(item, reader))).toList();
        pages.send(request, response, reader, status, "consent/vote.jte", new VotePage(frame(reader, project), refused,
                reader.address(path(project)), typed, open, null, null, List.of(), visit(reader, project),
                pages.householdCode()));
    }

    private Frame frame(PageReader reader, Project project) {
        return pages.frame(reader, reader.text("vote.title"), path(project))
                .under("/project/" + project.code(), project.names().in(reader.locale()));
    }

    private static String until(ConsentItem item, PageReader reader) {
        return reader.text("vote.until", item.closesOn() == null ? "" : reader.formats().date(item.closesOn()));
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
        String code = Objects.requireNonNullElse(request.getParameter("code"), "");
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
        Receipt receipt = null;
        try {
            receipt = vote(request, holder);
        } catch (Refusal refused) {
            status = status(refused, response);
            refusal = refused.in(pages.messages(), reader.locale());
        }
        Household household = holder.household();
        VotePageParts parts = new VotePageParts(reader, clock.getZone());
        pages.send(request, response, reader, status, "consent/vote.jte", new VotePage(
                frame(reader, project.get()).shownTo(new Frame.Hidden("code", code)), refusal,
                reader.address(path(project.get())), code, List.of(),
                reader.text("vote.household", household.buildings().in(reader.locale()), household.stairwell(),
                        reader.formats().number(household.floorArea())),
                receipt == null ? null : parts.receipt(receipt, consents.get(receipt.itemId())),
                ballots.papers(holder).stream().map(paper -> parts.item(paper, until(paper.item(), reader))).toList(),
                visit(reader, project.get()), null));
    }

    /** @return the receipt of the vote that was sent with the code, or null when there was none */
    private @Nullable Receipt vote(HttpServletRequest request, HouseholdCodes.Holder holder) {
        String item = request.getParameter("item");
        if (item == null) {
            return null;
        }
        if (!NUMBER.matcher(item).matches()) {
            throw new Refusal("vote.foreign");
        }
        Choice choice = Arrays.stream(Choice.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(request.getParameter("choice")))
                .findFirst().orElseThrow(() -> new Refusal("vote.choice.missing"));
        return ballots.cast(holder, Long.parseLong(item), choice);
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

    /** Where the same code books appointments. */
    private static String visit(PageReader reader, Project project) {
        return reader.address("/visit/" + project.code());
    }

    private static String path(Project project) {
        return "/vote/" + project.code();
    }
}
