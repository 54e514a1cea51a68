package city.renewal.resident.http;

import city.renewal.base.http.Frame;
import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.resident.Evidence;
import city.renewal.resident.EvidencePage;
import city.renewal.resident.ResidentPages;
import city.renewal.resident.ResidentWords;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.PublicPhoto;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /evidence/{project}?task=…&page=…}: the confirmed reports behind a percent, for those who come from a notice
 * page, whose telephones may run no script. The same as the console's page of reports, but for the pictures to compare.
 */
public final class EvidenceServlet extends HttpServlet {

    private static final String ROOT = "/evidence/";
    private static final String TASK = "task";
    private static final String PAGE = "page";
    private static final int SHOWN = 50;
    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9-]{1,32})");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final int MOST_PAGES = 1_000_000;

    private final transient ResidentPages residents;
    private final transient Photos photos;
    private final transient Kinds kinds;
    private final transient PublicPages pages;
    private final transient Clock clock;

    public EvidenceServlet(ResidentPages residents, Photos photos, Kinds kinds, PublicPages pages, Clock clock) {
        this.residents = residents;
        this.photos = photos;
        this.kinds = kinds;
        this.pages = pages;
        this.clock = clock;
    }

    /** @return where the reports of a project are; of one task, or a summary over several, unless it is null */
    static String address(String code, @Nullable Long taskId) {
        return ROOT + code + (taskId == null ? "" : "?" + TASK + "=" + taskId);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageReader reader = pages.reader(request);
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        Optional<Project> project = path.matches() ? residents.project(path.group(1), false) : Optional.empty();
        if (project.isEmpty()) {
            pages.unknown(request, response, reader, ROOT);
            return;
        }
        Long task = number(request.getParameter(TASK)).orElse(null);
        int page = (int) Math.min(MOST_PAGES, number(request.getParameter(PAGE)).orElse(1L));
        pages.send(request, response, reader, HttpServletResponse.SC_OK, "notice/evidence.jte",
                paper(reader, project.get(), task, page));
    }

    private static Optional<Long> number(@Nullable String given) {
        return Optional.ofNullable(given).filter(text -> NUMBER.matcher(text).matches()).map(Long::valueOf);
    }

    private EvidencePaper paper(PageReader reader, Project project, @Nullable Long task, int page) {
        int offset = (page - 1) * SHOWN;
        EvidencePage evidence = task == null ? residents.evidence(project.id(), SHOWN, offset)
                : residents.evidence(project.id(), task, SHOWN, offset);
        Map<Long, List<PublicPhoto>> taken = photos.confirmedOf(
                evidence.reports().stream().map(Evidence::reportId).toList());
        ResidentWords words = ResidentWords.in(reader.locale(), pages.messages(), kinds, LocalDate.now(clock),
                clock.getZone());
        String name = words.words(project.names());
        String path = ROOT + project.code();
        String only = task == null ? "" : String.valueOf(task);
        Frame frame = pages.frame(reader, reader.text("resident.evidence.heading", name), path, TASK, only, PAGE,
                        page == 1 ? "" : String.valueOf(page))
                .under(reader.address("/n/" + project.code()), name);
        int count = (evidence.total() + SHOWN - 1) / SHOWN;
        return new EvidencePaper(frame, reader.text("resident.evidence.rule"),
                task == null ? null : link(reader, reader.address(path), "resident.evidence.whole"),
                evidence.reports().isEmpty() ? reader.text(task == null ? "resident.evidence.none"
                        : "resident.evidence.none-of-task") : null,
                evidence.reports().stream()
                        .map(each -> report(each, taken.getOrDefault(each.reportId(), List.of()),
                                words))
                        .toList(),
                count > 1 ? reader.text("resident.evidence.page", page, count) : null,
                page > 1 ? link(reader, turned(reader, path, only, page - 1), "resident.evidence.newer") : null,
                page < count ? link(reader, turned(reader, path, only, page + 1), "resident.evidence.older") : null);
    }

    private static String turned(PageReader reader, String path, String task, int page) {
        return reader.address(path, TASK, task, PAGE, String.valueOf(page));
    }

    private static Frame.Link link(PageReader reader, String address, String key) {
        return new Frame.Link(address, reader.text(key), reader.locale().getLanguage());
    }

    private static EvidencePaper.Report report(Evidence report, List<PublicPhoto> taken, ResidentWords words) {
        String task = words.words(report.task());
        String day = words.date(report.reportOn());
        return new EvidencePaper.Report(task, "+" + words.quantity(report.quantity(), report.unit()),
                words.text("resident.evidence.sum", words.sum(report)),
                words.text("resident.evidence.confirmed", day,
                        report.supervisor() == null ? "" : words.name(report.supervisor())).strip(),
                report.corrects() == null ? null : words.text("resident.evidence.corrects",
                        words.date(report.corrects().reportOn()),
                        words.quantity(report.corrects().quantity(), report.unit())),
                taken.stream().map(photo -> new EvidencePaper.Picture("/photo/" + photo.id() + "/thumbnail.jpg",
                        "/photo/" + photo.id() + "/stamped.jpg", words.text("notice-page.photo.text", task, day))).toList());
    }
}
