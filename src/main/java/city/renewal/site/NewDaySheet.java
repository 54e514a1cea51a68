package city.renewal.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A day on site as it is written down.
 *
 * @param sheetOn  not after today
 * @param workers  people on site, 0 for nobody, null when not said
 * @param crews    names of the crews that were there
 * @param weather  one of {@link NewReport#WEATHERS}, or null
 * @param lines    what was done; may be empty when something blocks or is remarked
 */
public record NewDaySheet(
        long projectId,
        LocalDate sheetOn,
        @Nullable Integer workers,
        List<String> crews,
        @Nullable String weather,
        Set<Blocker> blockers,
        @Nullable String remark,
        List<Line> lines) {

    /** What was done of one task; see {@link NewReport}. */
    public record Line(long taskId, BigDecimal quantity, @Nullable String overReason, @Nullable String requestId) {
    }

    NewDaySheet on(LocalDate day) {
        return new NewDaySheet(projectId, day, workers, crews, weather, blockers, remark, lines);
    }

    boolean empty() {
        return lines.isEmpty() && blockers.isEmpty() && (remark == null || remark.isBlank())
                && (workers == null || workers == 0);
    }

    NewReport report(Line line) {
        return new NewReport(line.taskId(), sheetOn, line.quantity(), null, weather, null, line.overReason(),
                line.requestId());
    }
}
