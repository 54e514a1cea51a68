package city.renewal.site.finding;

import city.renewal.site.photo.ReceivedPhoto;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something found wrong on site.
 *
 * @param kind      id of a kind of {@code config/findings.yaml}
 * @param severity  id of a severity there
 * @param what      what is wrong, not blank, at most {@link Findings#LONGEST_TEXT} characters
 * @param placeId   a place of the project, or null
 * @param taskId    a task of the project, or null
 * @param partyId   the party of the project that puts it right, or null while nobody is told to
 * @param dueOn     the last day on which it is in time, today to {@link Findings#LONGEST_DUE_DAYS} calendar days on;
 *                  null for the one that follows from kind and severity
 * @param photos    at least one and at most {@link Findings#MOST_PHOTOS}, received before
 * @param requestId chosen by the sender, such as a UUID: letters, digits and hyphens, at most 64; the same finding sent
 *                  again under the same id counts once; null for none
 */
public record NewFinding(
        long projectId,
        String kind,
        String severity,
        String what,
        @Nullable Long placeId,
        @Nullable Long taskId,
        @Nullable Long partyId,
        @Nullable LocalDate dueOn,
        List<ReceivedPhoto> photos,
        @Nullable String requestId) {
}
