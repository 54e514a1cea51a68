package city.renewal.visit;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Days on which no crew comes into homes.
 *
 * @param blackoutId what the worker set by hand, null for a stop-work window of the plan
 * @param workTypes  ids of the types of work that it bars, null for all
 * @param since      when it was set, null where that was not kept
 */
public record Bar(
        @Nullable Long blackoutId,
        LocalDate firstOn,
        LocalDate lastOn,
        Words words,
        @Nullable Set<String> workTypes,
        @Nullable OffsetDateTime since) {

    /** @return whether visits for such work are barred on the day */
    public boolean covers(LocalDate day, String workType) {
        return !day.isBefore(firstOn) && !day.isAfter(lastOn) && (workTypes == null || workTypes.contains(workType));
    }
}
