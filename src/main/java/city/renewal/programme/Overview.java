package city.renewal.programme;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public programme at one moment.
 *
 * @param lines       every public project: late ones first, the latest of them ahead; then those not kept up to date,
 *                    under way, not begun and finished
 * @param kinds       the kinds that head the overview and have projects, in the order of {@code config/indicators.yaml}
 * @param today       the day that the lines speak of
 * @param confirmedAt when the newest report of all was confirmed, or null
 */
public record Overview(
        List<ProjectLine> lines,
        List<KindTotal> kinds,
        LocalDate today,
        @Nullable OffsetDateTime confirmedAt) {

    public Overview {
        lines = List.copyOf(lines);
        kinds = List.copyOf(kinds);
    }
}
