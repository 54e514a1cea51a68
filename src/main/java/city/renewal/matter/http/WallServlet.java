package city.renewal.matter.http;

import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.matter.Matters;
import city.renewal.matter.WallEntry;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /wall?project=…&page=…}: answered matters in the words that workers wrote for everybody. */
public final class WallServlet extends HttpServlet {

    /** Where it is served. */
    public static final String PATH = "/wall";

    private static final int PAGE = 20;
    private static final int LAST_PAGE = 10_000;

    private final transient Matters matters;
    private final transient Projects projects;
    private final transient PublicPages pages;
    private final transient Clock clock;

    public WallServlet(Matters matters, Projects projects, PublicPages pages, Clock clock) {
        this.matters = matters;
        this.projects = projects;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageReader reader = pages.reader(request);
        String asked = request.getParameter("project");
        Optional<Project> project = asked == null || asked.isBlank() ? Optional.empty()
                : projects.find(asked.strip()).filter(Project::openToPublic);
        String code = project.map(Project::code).orElse("");
        int page = page(request.getParameter("page"));
        List<WallEntry> found = matters.wall(project.map(Project::code).orElse(null), PAGE + 1, (page - 1) * PAGE);
        pages.send(request, response, reader, HttpServletResponse.SC_OK, "matter/wall.jte", new WallPage(
                pages.frame(reader, reader.text("matter.wall.title"), PATH, "project", code),
                project.map(each -> reader.text("matter.wall.of", each.names().in(reader.locale())))
                        .orElseGet(() -> reader.text("matter.wall.about")),
                reader.address(ReportServlet.PATH, "project", code),
                project.isEmpty() ? null : reader.address(PATH),
                found.stream().limit(PAGE).map(entry -> entry(entry, reader)).toList(),
                page == 1 ? null : reader.address(PATH, "project", code, "page", String.valueOf(page - 1)),
                found.size() <= PAGE ? null : reader.address(PATH, "project", code, "page", String.valueOf(page + 1))));
    }

    private static int page(@Nullable String given) {
        return given != null && given.matches("[1-9][0-9]{0,4}") ? Math.min(Integer.parseInt(given), LAST_PAGE) : 1;
    }

    private WallPage.Entry entry(WallEntry entry, PageReader reader) {
        return new WallPage.Entry(matters.rules().kind(entry.kind()).name().in(reader.locale()),
                entry.project().in(reader.locale()), reader.address("/n/" + entry.projectCode()),
                reader.text("matter.wall.when",
                        reader.formats().date(entry.receivedAt().atZoneSameInstant(clock.getZone()).toLocalDate()),
                        reader.formats().date(entry.answeredAt().atZoneSameInstant(clock.getZone()).toLocalDate()),
                        entry.households()),
                reader.formats().name(entry.publicReport()), reader.formats().name(entry.publicAnswer()));
    }
}
