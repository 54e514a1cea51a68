package city.renewal.matter;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A matter as its rules need it.
 *
 * @param mergedInto the matter that it repeats, or null
 */
public record StoredMatter(
        long id,
        String number,
        String keyHash,
        String kind,
        long projectId,
        @Nullable Long placeId,
        @Nullable Long workerId,
        MatterState state,
        OffsetDateTime receivedAt,
        OffsetDateTime answerBy,
        @Nullable OffsetDateTime answeredAt,
        @Nullable String phoneSealed,
        @Nullable OffsetDateTime publishedAt,
        @Nullable Long mergedInto,
        @Nullable Integer rating,
        int version) {
}
