package city.renewal.site.photo.http;

import city.renewal.site.photo.Photo;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the sender of a photo is told: that it is stored, and what was found in it. For photos of reports. */
public record PhotoJson(
        long id,
        long report,
        String sha256,
        String contentType,
        long bytes,
        int width,
        int height,
        @Nullable String takenAt,
        String stage) {

    public static PhotoJson of(Photo photo) {
        return new PhotoJson(photo.id(), Objects.requireNonNull(photo.reportId()), photo.sha256(),
                photo.contentType(), photo.byteCount(), photo.width(), photo.height(),
                photo.takenAt() == null ? null : photo.takenAt().toInstant().toString(),
                photo.stage().name().toLowerCase(Locale.ROOT));
    }
}
