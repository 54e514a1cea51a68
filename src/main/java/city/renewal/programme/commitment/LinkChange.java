package city.renewal.programme.commitment;

import city.renewal.base.Words;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A project that counts for a commitment, or did.
 *
 * @param linkedWhy why it was taken in later, null for those of the first day
 * @param endedAt   since when it counts no longer, null while it does
 */
public record LinkChange(String code, Words name, OffsetDateTime linkedAt, @Nullable String linkedWhy,
                         @Nullable OffsetDateTime endedAt, @Nullable String endedWhy) {
}
