package city.renewal.project.http;

import city.renewal.account.ui.SignedIn;
import city.renewal.project.handover.HandoverPapers;
import city.renewal.project.handover.PaperFile;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code /handover-paper/{id}}: a paper of an acceptance or a hand-over, for staff as it was put, for everybody where an
 * officer opened it. Who may not see it is told that there is none.
 */
public final class HandoverPaperServlet extends HttpServlet {

    /** What every address begins with. */
    public static final String PATH = "/handover-paper";

    private final transient HandoverPapers papers;

    public HandoverPaperServlet(HandoverPapers papers) {
        this.papers = papers;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (!path.matches("/[0-9]{1,18}")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        long id = Long.parseLong(path.substring(1));
        Optional<PaperFile> own = SignedIn.in(request).flatMap(reader -> papers.read(reader, id));
        Optional<PaperFile> paper = own.or(() -> papers.readOpen(id));
        if (paper.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String tag = '"' + paper.get().hash() + '"';
        // Asked for each time: it may be closed or withdrawn at any moment.
        response.setHeader("Cache-Control", own.isPresent() ? "no-store" : "no-cache");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("ETag", tag);
        if (own.isEmpty() && tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(paper.get().contentType());
        response.setHeader("Content-Disposition", "inline; filename*=UTF-8''"
                + URLEncoder.encode(paper.get().name(), StandardCharsets.UTF_8).replace("+", "%20"));
        response.setContentLength(paper.get().content().length);
        response.getOutputStream().write(paper.get().content());
    }
}
