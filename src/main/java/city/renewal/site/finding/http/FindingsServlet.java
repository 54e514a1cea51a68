package city.renewal.site.finding.http;

import city.renewal.account.Actor;
import city.renewal.account.Scope;
import city.renewal.account.Tokens;
import city.renewal.account.http.Bearer;
import city.renewal.base.Messages;
import city.renewal.base.http.JsonServlet;
import city.renewal.base.http.Problem;
import city.renewal.project.Projects;
import city.renewal.site.finding.FindingAction;
import city.renewal.site.finding.FindingFilter;
import city.renewal.site.finding.FindingLevel;
import city.renewal.site.finding.FindingState;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.NewFinding;
import city.renewal.site.finding.SiteFinding;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ReceivedPhoto;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/v1/findings}, {@code POST /api/v1/findings} and {@code POST /api/v1/findings/{id}/rectification}, with
 * a personal token. What is sent is a photo; what it is about stands in the address.
 */
public final class FindingsServlet extends JsonServlet {

    /** Where it is served. */
    public static final String PATH = "/api/v1/findings";

    private static final Pattern RECTIFICATION = Pattern.compile("/([0-9]{1,18})/rectification/?");
    private static final int PAGE = 100;

    private final transient Tokens tokens;
    private final transient Projects projects;
    private final transient Findings findings;
    private final transient Photos photos;

    public FindingsServlet(Messages messages, Tokens tokens, Projects projects, Findings findings, Photos photos) {
        super(messages);
        this.tokens = tokens;
        this.projects = projects;
        this.findings = findings;
        this.photos = photos;
    }

    @Override
    protected void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!whole(request)) {
            throw unknownAddress();
        }
        Bearer.of(tokens, Scope.FINDINGS_READ, request, response);
        String code = request.getParameter("project");
        int offset = (int) number(request, "offset", 0L);
        FindingFilter filter = new FindingFilter(code == null ? null : projects.get(code).code(), states(request), null,
                null, FindingLevel.NONE);
        List<SiteFinding> found = findings.page(filter, PAGE + 1, offset);
        response.setHeader("Cache-Control", "no-store");
        write(request, response, HttpServletResponse.SC_OK, new FindingJson.Page(
                found.stream().limit(PAGE).map(finding -> FindingJson.of(finding, findings.today())).toList(),
                found.size() > PAGE ? offset + PAGE : null));
    }

    private static Set<FindingState> states(HttpServletRequest request) {
        String given = request.getParameter("state");
        return switch (given == null ? "open" : given) {
            case "open" -> FindingState.OPEN;
            case "all" -> EnumSet.allOf(FindingState.class);
            default -> throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.choice", "state", given);
        };
    }

    private static boolean whole(HttpServletRequest request) {
        return request.getPathInfo() == null || request.getPathInfo().equals("/");
    }

    @Override
    protected void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher rectification = RECTIFICATION.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!whole(request) && !rectification.matches()) {
            throw unknownAddress();
        }
        Actor actor = Bearer.of(tokens, Scope.FINDINGS_WRITE, request, response).actor();
        SiteFinding stored = whole(request) ? raise(actor, request)
                : rectify(actor, Long.parseLong(rectification.group(1)), request);
        response.setHeader("Cache-Control", "no-store");
        write(request, response, HttpServletResponse.SC_CREATED, FindingJson.of(stored, findings.today()));
    }

    private SiteFinding raise(Actor actor, HttpServletRequest request) throws IOException {
        long project = projects.get(needed(request, "project")).id();
        String kind = needed(request, "kind");
        String severity = needed(request, "severity");
        String what = needed(request, "what");
        Long task = request.getParameter("task") == null ? null : (Long) number(request, "task", 0L);
        LocalDate due = day(request.getParameter("due"));
        if (!Findings.mayRaise(actor)) {
            throw new Problem(HttpServletResponse.SC_FORBIDDEN, "refused.role");
        }
        return findings.raise(actor, new NewFinding(project, kind, severity, what, null, task, null, due,
                List.of(photo(actor, request)), request.getParameter("requestId")));
    }

    private SiteFinding rectify(Actor actor, long id, HttpServletRequest request) throws IOException {
        int seen = (int) number(request, "seen", null);
        String remark = needed(request, "remark");
        findings.get(id);
        if (!Findings.mayRectify(actor)) {
            throw new Problem(HttpServletResponse.SC_FORBIDDEN, "refused.role");
        }
        return findings.rectify(actor, new FindingAction(id, seen, remark, List.of(photo(actor, request)),
                request.getParameter("requestId")));
    }

    /** Too much is refused before it is read. */
    private ReceivedPhoto photo(Actor actor, HttpServletRequest request) throws IOException {
        int most = photos.limits().megabytes();
        if (request.getContentLengthLong() > (long) most << 20) {
            throw new Problem(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "photo.large", most);
        }
        return photos.receive(actor, request.getInputStream());
    }

    private static String needed(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null || value.isBlank()) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.missing", name);
        }
        return value;
    }

    /** @param usual where it is not given, null for one that has to be */
    private static long number(HttpServletRequest request, String name, @Nullable Long usual) {
        if (usual != null && request.getParameter(name) == null) {
            return usual;
        }
        String text = needed(request, name);
        if (!text.matches("[0-9]{1,9}")) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.choice", name, text);
        }
        return Long.parseLong(text);
    }

    private static @Nullable LocalDate day(@Nullable String date) {
        try {
            return date == null ? null : LocalDate.parse(date);
        } catch (DateTimeException malformed) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.date", date);
        }
    }
}
