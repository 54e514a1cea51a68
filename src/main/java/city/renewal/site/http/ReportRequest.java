package city.renewal.site.http;

import city.renewal.base.http.Problem;
import city.renewal.site.NewReport;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A site report as a program sends it. Task, date and quantity are needed; see openapi.json. */
record ReportRequest(
        @Nullable Long task,
        @Nullable String date,
        @Nullable BigDecimal quantity,
        @Nullable Integer workers,
        @Nullable String remark,
        @Nullable String overReason,
        @Nullable String requestId,
        @Nullable Long corrects) {

    /** @throws Problem when a field is missing or the date is none */
    NewReport report() {
        if (task == null || date == null || quantity == null) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.missing",
                    task == null ? "task" : date == null ? "date" : "quantity");
        }
        return new NewReport(task, DaySheetRequest.day(date), quantity, workers, null, remark, overReason, requestId,
                corrects);
    }
}
