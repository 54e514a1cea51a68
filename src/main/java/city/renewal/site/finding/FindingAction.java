package city.renewal.site.finding;

import city.renewal.site.photo.ReceivedPhoto;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that somebody takes with a finding.
 *
 * @param seen      {@link SiteFinding#steps()} of the finding as the person saw it; another step taken meanwhile refuses
 *                  this one
 * @param remark    at most {@link Findings#LONGEST_TEXT} characters, or null where the step needs none
 * @param photos    at most {@link Findings#MOST_PHOTOS}, received before
 * @param requestId as in {@link NewFinding}
 */
public record FindingAction(
        long findingId,
        int seen,
        @Nullable String remark,
        List<ReceivedPhoto> photos,
        @Nullable String requestId) {
}
