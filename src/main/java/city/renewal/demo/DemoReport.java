package city.renewal.demo;

import city.renewal.site.ReportState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A made-up site report, written by the demonstration's engineer and decided by its supervisor.
 *
 * @param taskKey   key of its task in the plan's draft
 * @param weather   {@code sunny}, {@code overcast}, {@code rain}, {@code snow}, {@code wind} or {@code haze}
 * @param decidedAt null while it waits
 * @param decision  the reason when it was returned, else null
 */
public record DemoReport(
        int taskKey,
        LocalDate reportOn,
        BigDecimal quantity,
        @Nullable Integer workers,
        @Nullable String weather,
        @Nullable String remark,
        ReportState state,
        OffsetDateTime reportedAt,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decision) {

    DemoReport returned(OffsetDateTime at, String reason) {
        return new DemoReport(taskKey, reportOn, quantity, workers, weather, remark, ReportState.RETURNED, reportedAt,
                at, reason);
    }
}
