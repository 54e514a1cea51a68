package city.renewal.site.photo;

import city.renewal.base.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A photo that is also in another report.
 *
 * @param sameBytes whether it is the very same file
 * @param distance  in how many of 64 bits the perceptual hashes differ, 0 to {@link PerceptualHash#NEAR}
 */
public record PhotoMatch(
        long photoId,
        long otherId,
        boolean sameBytes,
        int distance,
        long otherReportId,
        LocalDate otherReportOn,
        long otherTaskId,
        String otherTaskName,
        @Nullable String otherTaskNameEn,
        String otherProjectName,
        @Nullable String otherProjectNameEn) {

    public Words otherTask() {
        return new Words(otherTaskName, otherTaskNameEn);
    }

    public Words otherProject() {
        return new Words(otherProjectName, otherProjectNameEn);
    }
}
