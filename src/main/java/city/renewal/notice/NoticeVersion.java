package city.renewal.notice;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a notice said at one time: as first published, after a change of its time, or cancelled. Never changed. The
 * parts are those of {@link Notice}.
 *
 * @param versionNo from 1
 * @param author    name of who wrote it
 */
public record NoticeVersion(
        int versionNo,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        boolean daily,
        boolean cancelled,
        @Nullable String why,
        @Nullable OffsetDateTime dueAt,
        boolean late,
        @Nullable String lateReason,
        @Nullable String permit,
        String author,
        OffsetDateTime writtenAt) {

    public NoticeSpan span() {
        return new NoticeSpan(startsAt, endsAt, daily);
    }
}
