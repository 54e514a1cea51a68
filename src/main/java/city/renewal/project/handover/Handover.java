package city.renewal.project.handover;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over (移交) as it was recorded.
 *
 * @param receiver one of {@link NewHandover#RECEIVERS}
 */
public record Handover(long id, @Nullable Long placeId, @Nullable String placeName, @Nullable String placeNameEn,
                       LocalDate handedOn, String receiver, String organisation, @Nullable String phone,
                       @Nullable String remark, String recorder, OffsetDateTime recordedAt) {

    public @Nullable Words place() {
        return placeName == null ? null : new Words(placeName, placeNameEn);
    }
}
