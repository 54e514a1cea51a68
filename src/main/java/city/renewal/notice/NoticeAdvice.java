package city.renewal.notice;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a notice while it is being written.
 *
 * @param lead    the rule for its kind, null where there is none, nothing begins anew, or kind or beginning are not
 *                known yet
 * @param dueAt   when it has to be out by that rule
 * @param late    whether that moment has passed, so that a reason is needed
 * @param night   whether it needs the number of a permit for the night
 * @param clashes other cuts in one of its buildings on one of its days
 */
public record NoticeAdvice(
        @Nullable LeadTime lead,
        @Nullable OffsetDateTime dueAt,
        boolean late,
        boolean night,
        List<Notice> clashes) {

    static final NoticeAdvice NONE = new NoticeAdvice(null, null, false, false, List.of());
}
