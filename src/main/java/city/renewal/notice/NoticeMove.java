package city.renewal.notice;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Another time for a notice; the parameters are those of {@link NewNotice}.
 *
 * @param revision   of the notice that was seen
 * @param why        what residents are told of the change
 */
public record NoticeMove(
        int revision,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime to,
        boolean daily,
        @Nullable String why,
        @Nullable String permit,
        @Nullable String lateReason) {
}
