package city.renewal.site.http;

import city.renewal.base.http.Json;
import city.renewal.site.SiteReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the sender of a site report is told: that it is stored, and how far it has come. */
record ReportJson(
        long id,
        String state,
        String project,
        long task,
        LocalDate date,
        @Nullable BigDecimal quantity,
        String unit,
        @Nullable String requestId,
        @Nullable String decision) {

    static ReportJson of(SiteReport report, @Nullable String requestId) {
        return new ReportJson(report.id(), report.state().name().toLowerCase(Locale.ROOT), report.projectCode(),
                report.taskId(), report.reportOn(), Json.number(report.quantity()), report.unit(), requestId,
                report.decision());
    }
}
