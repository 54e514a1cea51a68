package city.renewal.programme.commitment.http;

import city.renewal.base.http.Frame;
import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.programme.PublishedFigures;
import city.renewal.programme.commitment.CommitmentLine;
import city.renewal.programme.commitment.CommitmentPage;
import city.renewal.programme.commitment.CommitmentWords;
import city.renewal.programme.commitment.Commitments;
import city.renewal.project.Kinds;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /commitments}, {@code /commitments/{year}} and {@code /commitments/{year}/{number}}, for readers without script. */
public final class CommitmentsServlet extends HttpServlet {

    /** Where it is served. */
    public static final String PATH = "/commitments";

    private static final Pattern PARTS = Pattern.compile("/([0-9]{4})(?:/([0-9]{1,3}))?");

    private final transient Commitments commitments;
    private final transient PublicPages pages;
    private final transient Kinds kinds;
    private final transient PublishedFigures figures;
    private final transient Clock clock;

    public CommitmentsServlet(Commitments commitments, PublicPages pages, Kinds kinds, PublishedFigures figures,
                              Clock clock) {
        this.commitments = commitments;
        this.pages = pages;
        this.kinds = kinds;
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageReader reader = pages.reader(request);
        String path = request.getPathInfo();
        if (path == null || path.equals("/")) {
            list(request, response, reader, LocalDate.now(clock).getYear());
            return;
        }
        Matcher parts = PARTS.matcher(path);
        if (!parts.matches()) {
            unknown(request, response, reader);
        } else if (parts.group(2) == null) {
            list(request, response, reader, Integer.parseInt(parts.group(1)));
        } else {
            one(request, response, reader, Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        }
    }

    private CommitmentContent content(PageReader reader) {
        return new CommitmentContent(new CommitmentWords(reader.formats(), kinds, figures), reader, clock.getZone());
    }

    private void list(HttpServletRequest request, HttpServletResponse response, PageReader reader, int year)
            throws IOException {
        List<CommitmentLine> lines = commitments.of(year);
        CommitmentContent content = content(reader);
        String own = PATH + "/" + year;
        List<Frame.Link> years = commitments.years().stream().filter(each -> each != year)
                .map(each -> new Frame.Link(reader.address(PATH + "/" + each),
                        reader.text("commitment.year", String.valueOf(each)), language(reader))).toList();
        pages.send(request, response, reader, HttpServletResponse.SC_OK, "commitment/list.jte", new CommitmentListPage(
                pages.frame(reader, reader.text("commitment.title", String.valueOf(year)), own),
                reader.text(lines.isEmpty() ? "commitment.none" : "commitment.about"),
                lines.isEmpty() ? "" : content.words().summary(lines), reader.text("commitment.state.rule"),
                lines.stream().map(content::entry).toList(), years, reader.address(IndicatorsServlet.PATH)));
    }

    private static String language(PageReader reader) {
        return reader.locale().getLanguage();
    }

    private void one(HttpServletRequest request, HttpServletResponse response, PageReader reader, int year, int number)
            throws IOException {
        Optional<CommitmentPage> found = commitments.page(year, number);
        if (found.isEmpty()) {
            unknown(request, response, reader);
            return;
        }
        CommitmentContent content = content(reader);
        String own = PATH + "/" + year + "/" + number;
        Frame frame = pages.frame(reader, number + ". " + content.words().name(found.get().commitment()), own)
                .under(reader.address(PATH + "/" + year), reader.text("commitment.title", String.valueOf(year)));
        pages.send(request, response, reader, HttpServletResponse.SC_OK, "commitment/one.jte",
                content.page(frame, found.get(), reader.address(IndicatorsServlet.PATH)));
    }

    private void unknown(HttpServletRequest request, HttpServletResponse response, PageReader reader)
            throws IOException {
        String title = reader.text("commitment.missing.title");
        pages.say(request, response, reader, HttpServletResponse.SC_NOT_FOUND, pages.frame(reader, title, PATH),
                reader.text("commitment.missing"), new Frame.Link(reader.address(PATH), reader.text("commitment.all"),
                        language(reader)));
    }
}
