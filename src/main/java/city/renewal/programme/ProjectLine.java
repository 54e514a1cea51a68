package city.renewal.programme;

import city.renewal.base.Words;
import city.renewal.plan.Standing;
import city.renewal.site.PauseReason;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One project in the overview.
 *
 * @param kind        id of its kind
 * @param stage       id of the stage reached
 * @param measures    amounts by the id of the measure, in the kind's units
 * @param reason      why its finish moved, in the newest words given, or null
 * @param confirmedAt when its newest report was confirmed, or null
 * @param pause       why nobody is on site, where the project is silent and somebody said so
 * @param overdueFindings how many findings are not put right by their due date; for the desk alone
 */
public record ProjectLine(
        long id,
        String code,
        String kind,
        Words name,
        @Nullable String street,
        @Nullable String community,
        String stage,
        Map<String, BigDecimal> measures,
        Standing standing,
        @Nullable Words reason,
        @Nullable OffsetDateTime confirmedAt,
        @Nullable PauseReason pause,
        int overdueFindings) {

    public ProjectLine {
        measures = Map.copyOf(measures);
    }
}
