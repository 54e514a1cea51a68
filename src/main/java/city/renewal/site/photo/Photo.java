package city.renewal.site.photo;

import city.renewal.project.ProjectPoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A photo of a site report or of a step of a finding, as staff see it. Position and device are private: they are in no
 * public copy or page.
 *
 * @param reportId    the report that it belongs to, null for a photo of a finding
 * @param stepId      the step of a finding that it belongs to, null for a photo of a report
 * @param sha256      of the bytes as they came, in hexadecimal
 * @param contentType of the bytes, found by looking at them
 * @param width       pixels across, as stored
 * @param height      pixels down, as stored
 * @param takenAt     what the camera wrote, null where it did not
 * @param latitude    degrees north, WGS 84
 * @param longitude   degrees east, WGS 84
 * @param site        where the project lies, null where nobody said
 * @param reportOn    the day that the report speaks of, or on which the step was taken
 */
public record Photo(
        long id,
        @Nullable Long reportId,
        @Nullable Long stepId,
        String sha256,
        String contentType,
        long byteCount,
        int width,
        int height,
        @Nullable OffsetDateTime takenAt,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String device,
        PhotoStage stage,
        PhotoState state,
        LocalDate reportOn,
        @Nested("site") @Nullable ProjectPoint site) {

    /** @param zone the one in which reports have their days */
    public Set<PhotoWarning> warnings(ZoneId zone) {
        Set<PhotoWarning> warnings = EnumSet.noneOf(PhotoWarning.class);
        if (state == PhotoState.UNREADABLE) {
            warnings.add(contentType.equals(PhotoType.HEIC.contentType()) ? PhotoWarning.HEIC : PhotoWarning.UNREADABLE);
        }
        if (takenAt == null) {
            warnings.add(PhotoWarning.NO_TIME);
        } else if (!takenAt.atZoneSameInstant(zone).toLocalDate().equals(reportOn)) {
            warnings.add(PhotoWarning.OTHER_DAY);
        }
        if (metresOutside() > 0) {
            warnings.add(PhotoWarning.ELSEWHERE);
        }
        return warnings;
    }

    /** @return metres outside of the project's place as {@link ProjectPoint#metresOutside}; 0 where either is not known */
    public int metresOutside() {
        return site == null || latitude == null || longitude == null ? 0 : site.metresOutside(latitude, longitude);
    }
}
