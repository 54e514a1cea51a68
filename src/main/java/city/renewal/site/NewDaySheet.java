package city.renewal.site;

import city.renewal.base.Sha256;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
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

    /**
     * What makes two sheets the same.
     *
     * @param written when and why, as far as the sender said
     */
    String content(@Nullable Instant written, @Nullable PauseReason pause) {
        StringJoiner all = new StringJoiner("\n");
        all.add(projectId + " " + sheetOn + " " + written + " " + workers + " " + weather + " " + pause);
        all.add(String.join(",", crews)).add(Blocker.stored(blockers)).add(remark);
        lines.forEach(line -> all.add(line.taskId() + " " + line.quantity().stripTrailingZeros().toPlainString() + " "
                + line.overReason()));
        return Sha256.hex(all.toString());
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
