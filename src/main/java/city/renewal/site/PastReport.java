package city.renewal.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A report that was written, and perhaps decided, before it comes here.
 *
 * @param quantity  above 0
 * @param deciderId null while it waits; never the author
 * @param decidedAt null while it waits
 * @param decision  the reason, when it was returned
 */
public record PastReport(
        long projectId,
        long taskId,
        LocalDate reportOn,
        BigDecimal quantity,
        @Nullable Integer workers,
        @Nullable String weather,
        @Nullable String remark,
        ReportState state,
        long authorId,
        OffsetDateTime reportedAt,
        @Nullable Long deciderId,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decision) {
}
