package city.renewal.site.http;

import city.renewal.base.http.Json;
import city.renewal.site.ReceivedSheet;
import city.renewal.site.SheetLine;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a sheet.
 *
 * @param given the day by the phone
 * @param day   the day that it counts for
 */
record PhoneAnswer(String request, String given, String day, List<Line> lines) {

    /**
     * @param id      of the kept line
     * @param outcome an id of {@link city.renewal.site.SheetOutcome}
     * @param left    what was left when the sheet came; null when there was no such task
     */
    record Line(long id, long task, String name, BigDecimal quantity, String outcome, @Nullable Long report,
                @Nullable BigDecimal leftSeen, @Nullable BigDecimal left, @Nullable String startSeen,
                @Nullable String start) {

        static Line of(SheetLine line) {
            return new Line(line.id(), line.taskId(), line.taskName(),
                    line.quantity().stripTrailingZeros(), line.outcome().id(), line.reportId(),
                    Json.number(line.leftSeen()), Json.number(line.leftFound()),
                    line.startSeen() == null ? null : line.startSeen().toString(),
                    line.startFound() == null ? null : line.startFound().toString());
        }
    }

    static PhoneAnswer of(ReceivedSheet sheet) {
        return new PhoneAnswer(sheet.requestId(), sheet.givenOn().toString(), sheet.sheetOn().toString(),
                sheet.lines().stream().map(Line::of).toList());
    }
}
