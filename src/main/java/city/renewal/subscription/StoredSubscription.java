package city.renewal.subscription;

import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A subscription as it is stored; what its columns hold is said in the migration. */
public record StoredSubscription(
        long id,
        String scope,
        @Nullable Long projectId,
        @Nullable String building,
        @Nullable Integer stairwell,
        @Nullable Long accountId,
        String language,
        String addressSealed,
        String addressHash,
        @Nullable OffsetDateTime confirmUntil,
        OffsetDateTime askedAt,
        @Nullable OffsetDateTime confirmedAt,
        @Nullable OffsetDateTime pausedAt) {

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** @return whether mails are sent to it */
    boolean runs() {
        return confirmedAt != null && pausedAt == null;
    }
}
