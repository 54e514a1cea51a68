package city.renewal.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One day's work on one task.
 *
 * @param reportOn   the day worked, not after today
 * @param quantity   done that day in the task's unit, above 0; 0 too for a correction of what was not done at all
 * @param workers    people at work, or null
 * @param weather    one of {@link #WEATHERS}, or null
 * @param remark     needed for a correction, whose reason it is
 * @param overReason why more is done than planned; needed when the sum of all reports passes the plan
 * @param requestId  chosen by the sender, such as a UUID: letters, digits and hyphens, at most 64; the same report sent
 *                   again under the same id counts once; null for none
 * @param correctsId the confirmed report of the same task whose place it takes once it is confirmed, or null
 */
public record NewReport(
        long taskId,
        LocalDate reportOn,
        BigDecimal quantity,
        @Nullable Integer workers,
        @Nullable String weather,
        @Nullable String remark,
        @Nullable String overReason,
        @Nullable String requestId,
        @Nullable Long correctsId) {

    /** Ids of the weathers a report may name, in the order they are offered. */
    public static final List<String> WEATHERS = List.of("sunny", "overcast", "rain", "snow", "wind", "haze");

    /** A report that corrects no other. */
    public NewReport(long taskId, LocalDate reportOn, BigDecimal quantity, @Nullable Integer workers,
                     @Nullable String weather, @Nullable String remark, @Nullable String overReason,
                     @Nullable String requestId) {
        this(taskId, reportOn, quantity, workers, weather, remark, overReason, requestId, null);
    }
}
