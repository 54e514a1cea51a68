package city.renewal.site.http;

import city.renewal.base.http.Problem;
import city.renewal.site.Blocker;
import city.renewal.site.NewDaySheet;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A day sheet as a program sends it. The date is needed; see openapi.json.
 *
 * @param requestId makes the whole sheet safe to repeat: its reports get it with their place in the list at its end
 */
record DaySheetRequest(
        @Nullable String date,
        @Nullable Integer workers,
        @Nullable List<String> crews,
        @Nullable String weather,
        @Nullable List<String> blockers,
        @Nullable String remark,
        @Nullable String requestId,
        @Nullable List<Line> reports) {

    /** Larger than the largest sheet with its reasons needs to be. */
    static final int LARGEST = 256 * 1024;

    /** What was done of one task; see {@link NewDaySheet.Line}. */
    record Line(@Nullable Long task, @Nullable BigDecimal quantity, @Nullable String overReason) {
    }

    /** @throws Problem when a field is missing, the date is none or a blocker is unknown */
    NewDaySheet sheet(long projectId) {
        List<Line> lines = present(reports, "reports");
        return new NewDaySheet(projectId, day(date), workers, present(crews, "crews"), weather,
                present(blockers, "blockers").stream().map(DaySheetRequest::blocker).collect(Collectors.toSet()),
                remark, IntStream.range(0, lines.size()).mapToObj(at -> line(lines.get(at), at)).toList());
    }

    private NewDaySheet.Line line(Line line, int at) {
        if (line.task() == null || line.quantity() == null) {
            throw missing(line.task() == null ? "reports.task" : "reports.quantity");
        }
        return new NewDaySheet.Line(line.task(), line.quantity(), line.overReason(),
                requestId == null ? null : requestId + "-" + at);
    }

    private static <T> List<T> present(@Nullable List<T> given, String field) {
        if (given == null) {
            return List.of();
        }
        if (given.contains(null)) {
            throw missing(field);
        }
        return given;
    }

    private static Blocker blocker(String id) {
        return Arrays.stream(Blocker.values()).filter(each -> each.id().equals(id)).findFirst().orElseThrow(() ->
                new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.choice", "blockers", id));
    }

    /** @throws Problem when it is missing or no day */
    static LocalDate day(@Nullable String date) {
        if (date == null) {
            throw missing("date");
        }
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException malformed) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.date", date);
        }
    }

    private static Problem missing(String field) {
        return new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.missing", field);
    }
}
