package city.renewal.site.paper;

import city.renewal.account.Actor;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.interchange.ExportFormat;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.site.DaySheets;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.site.photo.Photo;
import city.renewal.site.photo.PhotoCopy;
import city.renewal.site.photo.Photos;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Papers of the trade, made from the plan, the day sheets and the reports as they are at that moment. For staff. */
public final class SitePapers {

    /** What papers are written as. */
    public static final List<ExportFormat> FORMATS = List.of(ExportFormat.PDF, ExportFormat.XLSX);

    /** A week's report with more would be an album. */
    private static final int MOST_PHOTOS = 12;

    private final Plans plans;
    private final SiteReports reports;
    private final DaySheets sheets;
    private final Photos photos;
    private final Kinds kinds;
    private final Messages messages;
    private final ZoneId zone;

    /** @param zone the one in which reports have their days */
    public SitePapers(Plans plans, SiteReports reports, DaySheets sheets, Photos photos, Kinds kinds, Messages messages,
                      ZoneId zone) {
        this.plans = plans;
        this.reports = reports;
        this.sheets = sheets;
        this.photos = photos;
        this.kinds = kinds;
        this.messages = messages;
        this.zone = zone;
    }

    /**
     * @param reader who signed in; photos that are not public are for them alone
     * @param format one of {@link #FORMATS}
     * @param locale the language of its words; what people wrote stays as they wrote it
     * @param out    left open
     * @throws Refusal when the project has no plan
     */
    public void write(Actor reader, Project project, PaperKind kind, Period period, ExportFormat format, Locale locale,
                      OutputStream out) throws IOException {
        Formats formats = new Formats(messages, locale, plans.today());
        PaperWords words = new PaperWords(formats, kinds, zone);
        PlanSnapshot plan = plans.read(project.id());
        Paper paper = switch (kind) {
            case QUANTITIES -> new QuantityStatement(project, plan,
                    reports.confirmedBefore(project.id(), period.end(zone)), period, words).paper();
            case DIARY -> new ConstructionDiary(project, reports.ofDays(project.id(), period.first(), period.last()),
                    sheets.ofDays(project.id(), period.first(), period.last()), period, words).paper();
            case WEEKLY -> weekly(reader, project, plan, period, words);
        };
        switch (format) {
            case PDF -> new PaperPdf(formats).write(paper, out);
            case XLSX -> new PaperWorkbook().write(paper, out);
            default -> throw new IllegalArgumentException("No paper is written as " + format);
        }
    }

    private Paper weekly(Actor reader, Project project, PlanSnapshot plan, Period period, PaperWords words) {
        List<SiteReport> done = reports.ofDays(project.id(), period.first(), period.last());
        return new WeeklyReport(project, plan, done, sheets.ofDays(project.id(), period.first(), period.last()),
                pictures(reader, done, words), period, words).paper();
    }

    /** The newest day first, so that those left out are the oldest. */
    private List<Paper.Picture> pictures(Actor reader, List<SiteReport> done, PaperWords words) {
        Map<Long, List<Photo>> byReport = photos.ofReports(done.stream().map(SiteReport::id).toList());
        List<Paper.Picture> pictures = new ArrayList<>();
        for (SiteReport report : done.reversed()) {
            for (Photo photo : byReport.getOrDefault(report.id(), List.of())) {
                if (pictures.size() < MOST_PHOTOS) {
                    photos.copy(photo.id(), PhotoCopy.STAMPED, reader).ifPresent(shown ->
                            pictures.add(new Paper.Picture(shown.file(),
                                    words.day(report.reportOn()) + " " + words.task(report))));
                }
            }
        }
        return pictures;
    }
}
