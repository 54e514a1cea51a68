package city.renewal.consent.http;

import city.renewal.base.http.Json;
import city.renewal.consent.Ballots;
import city.renewal.consent.ConsentRecord;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /consent/{project}/record.jsonl}, the record of a project's votes, a line of JSON an entry; and {@code
 * /consent/picture/{hash}.jpg}, the pictures of items. For everybody.
 */
public final class ConsentServlet extends HttpServlet {

    private static final Pattern RECORD = Pattern.compile("/([A-Za-z0-9][A-Za-z0-9-]{0,31})/record\\.jsonl");
    private static final Pattern PICTURE = Pattern.compile("/picture/([0-9a-f]{64})\\.jpg");

    private final transient Projects projects;
    private final transient ConsentRecord record;
    private final transient Ballots ballots;

    public ConsentServlet(Projects projects, ConsentRecord record, Ballots ballots) {
        this.projects = projects;
        this.record = record;
        this.ballots = ballots;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Matcher asked = RECORD.matcher(path);
        Matcher picture = PICTURE.matcher(path);
        Optional<Project> project = asked.matches()
                ? projects.find(asked.group(1)).filter(Project::openToPublic)
                : Optional.empty();
        Optional<byte[]> found = picture.matches() ? ballots.picture(picture.group(1)) : Optional.empty();
        if (project.isPresent()) {
            response.setHeader("Cache-Control", "no-cache");
            response.setContentType("application/jsonl;charset=utf-8");
            StringBuilder lines = new StringBuilder();
            record.lines(project.get().id()).forEach(line ->
                    lines.append(Json.mapper().writeValueAsString(line)).append('\n'));
            response.getWriter().write(lines.toString());
        } else if (found.isPresent()) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            response.setContentType("image/jpeg");
            response.getOutputStream().write(found.get());
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
