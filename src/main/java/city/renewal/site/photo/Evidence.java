package city.renewal.site.photo;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a camera wrote beside the picture.
 *
 * @param latitude    degrees north, WGS 84
 * @param longitude   degrees east, WGS 84
 * @param orientation EXIF's 1 to 8: how the stored picture has to be turned to stand upright
 */
public record Evidence(
        @Nullable OffsetDateTime takenAt,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String device,
        int orientation) {

    static final Evidence NONE = new Evidence(null, null, null, null, 1);
}
