package city.renewal.site.http;

import city.renewal.site.Blocker;
import city.renewal.site.DaySheet;
import city.renewal.site.SiteReport;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sender's own sheet of a project and day: what it says, and how far its reports have come. */
record DaySheetJson(
        String project,
        LocalDate date,
        @Nullable Integer workers,
        List<String> crews,
        @Nullable String weather,
        List<String> blockers,
        @Nullable String remark,
        List<ReportJson> reports) {

    /** @param sheet null when none was written; reports may have come without one */
    static DaySheetJson of(String project, LocalDate date, @Nullable DaySheet sheet, List<SiteReport> reports) {
        List<ReportJson> sent = reports.stream().map(report -> ReportJson.of(report, null)).toList();
        return sheet == null
                ? new DaySheetJson(project, date, null, List.of(), null, List.of(), null, sent)
                : new DaySheetJson(project, date, sheet.workers(), sheet.crews(), sheet.weather(),
                        sheet.blocked().stream().map(Blocker::id).toList(), sheet.remark(), sent);
    }
}
