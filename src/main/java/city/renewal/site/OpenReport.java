package city.renewal.site;

import city.renewal.base.Words;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A report that waits for a supervisor, with what its task comes to. Quantities are in the task's unit.
 *
 * @param sheetWorkers      people on site by the day sheet that it is part of, null without one
 * @param sheetCrew         the crews there, one a line, null without a sheet
 * @param doneQuantity      what counts already
 * @param submittedQuantity what waits, this report included
 * @param others            other reports of the task and day that count or wait
 */
public record OpenReport(
        @Nested SiteReport report,
        @Nullable Integer sheetWorkers,
        @Nullable String sheetCrew,
        @Nullable String placeName,
        @Nullable String placeNameEn,
        BigDecimal plannedQuantity,
        BigDecimal doneQuantity,
        BigDecimal submittedQuantity,
        int others) {

    /** What a supervisor should look at twice, beside the warnings of the photos. */
    public enum Warning {
        OVER_PLAN,
        SAME_DAY,
        NO_PHOTO
    }

    public @Nullable Words place() {
        return placeName == null ? null : new Words(placeName, placeNameEn);
    }

    /** @return what counts when this report is confirmed as it stands */
    public BigDecimal doneAfter() {
        return doneQuantity.add(report.quantity())
                .subtract(report.correctsQuantity() == null ? BigDecimal.ZERO : report.correctsQuantity());
    }

    /** @param photographed whether it has a photo */
    public Set<Warning> warnings(boolean photographed) {
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (doneAfter().compareTo(plannedQuantity) > 0) {
            warnings.add(Warning.OVER_PLAN);
        }
        if (others > 0) {
            warnings.add(Warning.SAME_DAY);
        }
        if (!photographed) {
            warnings.add(Warning.NO_PHOTO);
        }
        return warnings;
    }
}
