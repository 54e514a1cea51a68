package city.renewal.site.photo;

import city.renewal.base.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A photo that is also in another report or step of a finding.
 *
 * @param sameBytes      whether it is the very same file
 * @param distance       in how many of 64 bits the perceptual hashes differ, 0 to {@link PerceptualHash#NEAR}
 * @param otherReportId  the other photo's report, null where it belongs to a finding
 * @param otherFindingId the other photo's finding, null where it belongs to a report
 * @param otherOn        the day of that report or step
 * @param otherTaskId    what that report or finding speaks of, null for a finding of no task
 */
public record PhotoMatch(
        long photoId,
        long otherId,
        boolean sameBytes,
        int distance,
        @Nullable Long otherReportId,
        @Nullable Long otherFindingId,
        LocalDate otherOn,
        @Nullable Long otherTaskId,
        @Nullable String otherTaskName,
        @Nullable String otherTaskNameEn,
        String otherProjectName,
        @Nullable String otherProjectNameEn) {

    public @Nullable Words otherTask() {
        return otherTaskName == null ? null : new Words(otherTaskName, otherTaskNameEn);
    }

    public Words otherProject() {
        return new Words(otherProjectName, otherProjectNameEn);
    }
}
