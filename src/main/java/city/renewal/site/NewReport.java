package city.renewal.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One day's work on one task.
 *
 * @param reportOn   the day worked, not after today
 * @param quantity   done that day in the task's unit, above 0
 * @param workers    people at work, or null
 * @param weather    one of {@link #WEATHERS}, or null
 * @param overReason why more is done than planned; needed when the sum of all reports passes the plan
 * @param requestId  chosen by the sender, such as a UUID: letters, digits and hyphens, at most 64; the same report sent
 *                   again under the same id counts once; null for none
 */
public record NewReport(
        long taskId,
        LocalDate reportOn,
        BigDecimal quantity,
        @Nullable Integer workers,
        @Nullable String weather,
        @Nullable String remark,
        @Nullable String overReason,
        @Nullable String requestId) {

    /** Ids of the weathers a report may name, in the order they are offered. */
    public static final List<String> WEATHERS = List.of("sunny", "overcast", "rain", "snow", "wind", "haze");
}
