package city.renewal.matter;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resident reads of their own matter.
 *
 * @param line        of the own report; its state, worker and due time are those of the matter it was merged into
 * @param mergedInto  whether it was found to repeat another
 * @param answer      the last answer, or null
 * @param reopenUntil the last day on which it can be opened again, null when it cannot
 * @param rating      the resident's own, 1 to 5, or null
 * @param mayRate     whether it can be rated now
 * @param warranty    whether it is about work under warranty
 */
public record FollowedMatter(MatterLine line, boolean mergedInto, OffsetDateTime answerBy, @Nullable String answer,
                             @Nullable LocalDate reopenUntil, @Nullable Integer rating, boolean mayRate,
                             List<MatterStep> steps,
                             MatterWarranty warranty) {
}
