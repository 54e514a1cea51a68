package city.renewal.site.http;

import city.renewal.account.Actor;
import city.renewal.account.Scope;
import city.renewal.account.Tokens;
import city.renewal.account.http.Bearer;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.http.EntityTag;
import city.renewal.base.http.JsonServlet;
import city.renewal.base.http.Problem;
import city.renewal.plan.Plans;
import city.renewal.plan.PublicPlan;
import city.renewal.project.Measure;
import city.renewal.project.Project;
import city.renewal.project.ProjectMeasure;
import city.renewal.project.Projects;
import city.renewal.project.http.ProjectPart;
import city.renewal.site.DaySheets;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.site.StoredSheet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/projects}, {@code /{code}}, {@code /{code}/tasks} for everybody, as far as a project is open to the
 * public; {@code POST /{code}/reports} and {@code /{code}/sheets} with a personal token, and what became of the own
 * ones, {@code GET /{code}/sheets?date=…}; and what other features add as a {@link ProjectPart}. At most six statements an answer to a reader.
 */
public final class ProjectsServlet extends JsonServlet {

    /** Where it is served. */
    public static final String PATH = "/api/v1/projects";

    private static final Pattern PARTS = Pattern.compile("/([^/]+)(?:/([a-z]+))?/?");
    private static final int LARGEST_PAGE = 200;

    private final transient Tokens tokens;
    private final transient Projects projects;
    private final transient Plans plans;
    private final transient SiteReports reports;
    private final transient DaySheets sheets;
    private final transient Clock clock;
    private final transient Map<String, ProjectPart> parts;

    /** @param parts what other features give to everybody of a public project */
    public ProjectsServlet(Messages messages, Tokens tokens, Projects projects, Plans plans, SiteReports reports,
                           DaySheets sheets, Clock clock, List<ProjectPart> parts) {
        super(messages);
        this.tokens = tokens;
        this.projects = projects;
        this.plans = plans;
        this.reports = reports;
        this.sheets = sheets;
        this.clock = clock;
        this.parts = parts.stream().collect(Collectors.toMap(ProjectPart::name, Function.identity()));
    }

    @Override
    protected void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null || path.equals("/")) {
            list(request, response);
            return;
        }
        Matcher address = PARTS.matcher(path);
        if (!address.matches()) {
            throw unknownAddress();
        }
        String code = address.group(1);
        switch (address.group(2)) {
            case "reports" -> throw notAllowed(response, "POST");
            case "sheets" -> ownSheet(request, response, code);
            case "tasks" -> tasks(request, response, plan(code));
            case null -> one(request, response, plan(code));
            case String name -> part(request, response, code, name);
        }
    }

    private PublicPlan plan(String code) {
        return plans.publicPlan(code).orElseThrow(() -> new Refusal("project.unknown", code));
    }

    private void part(HttpServletRequest request, HttpServletResponse response, String code, String name)
            throws IOException {
        ProjectPart part = parts.get(name);
        if (part == null) {
            throw unknownAddress();
        }
        Object answer = part.answer(projects.find(code).filter(Project::openToPublic)
                .orElseThrow(() -> new Refusal("project.unknown", code)));
        if (!EntityTag.answers(request, response, answer)) {
            write(request, response, HttpServletResponse.SC_OK, answer);
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int limit = limit(request.getParameter("limit"));
        String after = request.getParameter("after");
        // One more than asked for tells whether there is a next page.
        List<PublicPlan> found = plans.publicPlans(after == null ? "" : after, limit + 1);
        List<PublicPlan> page = found.subList(0, Math.min(limit, found.size()));
        if (EntityTag.answers(request, response, found)) {
            return;
        }
        Map<Long, List<Measure>> measures = projects.measures(page.stream().map(plan -> plan.project().id()).toList())
                .stream()
                .collect(Collectors.groupingBy(ProjectMeasure::projectId, Collectors.mapping(
                        each -> new Measure(each.measure(), each.amount(), each.unit()), Collectors.toList())));
        write(request, response, HttpServletResponse.SC_OK, new ProjectJson.Page(
                page.stream()
                        .map(plan -> ProjectJson.of(plan, measures.getOrDefault(plan.project().id(), List.of())))
                        .toList(),
                found.size() > limit ? next(page.getLast().project(), limit) : null));
    }

    private static String next(Project last, int limit) {
        return PATH + "?after=" + URLEncoder.encode(last.code(), StandardCharsets.UTF_8) + "&limit=" + limit;
    }

    private static int limit(@Nullable String given) {
        if (given == null) {
            return LARGEST_PAGE / 2;
        }
        try {
            int limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= LARGEST_PAGE) {
                return limit;
            }
        } catch (NumberFormatException noNumber) {
            // Said below, together with numbers out of range.
        }
        throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.limit", LARGEST_PAGE);
    }

    private void one(HttpServletRequest request, HttpServletResponse response, PublicPlan plan) throws IOException {
        if (EntityTag.answers(request, response, plan)) {
            return;
        }
        long id = plan.project().id();
        write(request, response, HttpServletResponse.SC_OK, ProjectJson.whole(
                ProjectJson.of(plan, projects.measures(id)), projects.stages(id),
                plan.head() == null ? null : plans.read(id), clock.getZone()));
    }

    private void tasks(HttpServletRequest request, HttpServletResponse response, PublicPlan plan) throws IOException {
        if (EntityTag.answers(request, response, plan, "tasks")) {
            return;
        }
        write(request, response, HttpServletResponse.SC_OK,
                TaskJson.all(plan.project().code(), plans.read(plan.project().id())));
    }

    private void ownSheet(HttpServletRequest request, HttpServletResponse response, String code) throws IOException {
        Actor actor = Bearer.of(tokens, Scope.OWN_READ, request, response).actor();
        LocalDate day = DaySheetRequest.day(request.getParameter("date"));
        Project project = projects.get(code);
        response.setHeader("Cache-Control", "no-store");
        write(request, response, HttpServletResponse.SC_OK, DaySheetJson.of(project.code(), day,
                sheets.own(actor, project.id(), day).orElse(null), sheets.reports(actor, project.id(), day)));
    }

    @Override
    protected void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher parts = PARTS.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!parts.matches()) {
            throw notAllowed(response, "GET, HEAD");
        }
        switch (parts.group(2)) {
            case "reports" -> addReport(request, response, parts.group(1));
            case "sheets" -> addSheet(request, response, parts.group(1));
            case null, default -> throw notAllowed(response, "GET, HEAD");
        }
    }

    private void addReport(HttpServletRequest request, HttpServletResponse response, String code) throws IOException {
        Actor actor = Bearer.of(tokens, Scope.REPORTS_WRITE, request, response).actor();
        NewReport report = read(request, ReportRequest.class).report();
        Project project = projects.get(code);
        if (plans.task(report.taskId()).projectId() != project.id()) {
            throw new Refusal("task.unknown", report.taskId());
        }
        response.setHeader("Cache-Control", "no-store");
        write(request, response, HttpServletResponse.SC_CREATED,
                ReportJson.of(reports.submit(actor, report), report.requestId()));
    }

    private void addSheet(HttpServletRequest request, HttpServletResponse response, String code) throws IOException {
        Actor actor = Bearer.of(tokens, Scope.SHEETS_WRITE, request, response).actor();
        DaySheetRequest sheet = read(request, DaySheetRequest.class, DaySheetRequest.LARGEST);
        Project project = projects.get(code);
        StoredSheet stored = sheets.submit(actor, sheet.sheet(project.id()), sheet.requestId());
        response.setHeader("Cache-Control", "no-store");
        write(request, response, HttpServletResponse.SC_CREATED, DaySheetJson.of(project.code(),
                stored.sheet().sheetOn(), stored.sheet(), stored.reports()));
    }
}
