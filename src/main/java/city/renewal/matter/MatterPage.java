package city.renewal.matter;

import city.renewal.project.handover.Warranty;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a worker reads of one matter.
 *
 * @param projectId  whose news may change it
 * @param handler    whether the reader handles it
 * @param numbers    whether the resident wrote telephone or identity numbers, which the handler can open
 * @param photos     which of them there are; the handler alone can open them
 * @param mediations of a dispute, for its handler; oldest first
 * @param duplicates numbers of those that were merged into it
 * @param mergedInto number of the one that it repeats, or null
 * @param warranty   whether it is about work under warranty
 * @param running    what was under warranty at its place when it came, from which a worker may name one
 * @param repair     of the firm that repairs, null while no warranty was named
 */
public record MatterPage(
        long projectId,
        MatterLine line,
        boolean handler,
        boolean phone,
        boolean numbers,
        OffsetDateTime answerBy,
        @Nullable String answer,
        @Nullable String publicReport,
        @Nullable String publicAnswer,
        @Nullable OffsetDateTime publishedAt,
        @Nullable Integer rating,
        @Nullable String mergedInto,
        int version,
        List<MatterStep> steps,
        List<Long> photos,
        List<Mediation> mediations,
        List<String> duplicates,
        MatterWarranty warranty,
        List<Warranty> running,
        @Nullable RepairNews repair) {
}
