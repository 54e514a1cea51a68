package city.renewal.programme;

import city.renewal.base.Words;
import city.renewal.plan.Standing;
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
        @Nullable OffsetDateTime confirmedAt) {

    public ProjectLine {
        measures = Map.copyOf(measures);
    }
}
