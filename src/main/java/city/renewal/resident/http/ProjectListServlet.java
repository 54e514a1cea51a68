package city.renewal.resident.http;

import city.renewal.base.http.Frame;
import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code /projects}: every public project by its street, for telephones that run no script, on which the overview is blank. */
public final class ProjectListServlet extends HttpServlet {

    private final transient Projects projects;
    private final transient PublicPages pages;

    public ProjectListServlet(Projects projects, PublicPages pages) {
        this.projects = projects;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageReader reader = pages.reader(request);
        Map<String, List<Project>> streets = projects.all().stream().filter(Project::openToPublic)
                .collect(Collectors.groupingBy(project -> project.street() == null ? "" : project.street(),
                        LinkedHashMap::new, Collectors.toList()));
        pages.send(request, response, reader, HttpServletResponse.SC_OK, "notice/projects.jte", new ProjectListPage(
                pages.frame(reader, reader.text("notice-page.projects.title"), PublicPages.PROJECTS),
                streets.entrySet().stream().map(each -> street(reader, each.getKey(), each.getValue())).toList()));
    }

    private static ProjectListPage.Street street(PageReader reader, String street, List<Project> there) {
        return new ProjectListPage.Street(
                street.isEmpty() ? reader.text("notice-page.projects.no-street") : reader.formats().name(street),
                there.stream().map(project -> new Frame.Link(reader.address("/n/" + project.code()),
                        project.names().in(reader.locale()), reader.locale().getLanguage())).toList());
    }
}
