package city.renewal.notice;

import city.renewal.base.Telephone;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as somebody means to publish it. Texts are stripped, and empty ones are null.
 *
 * @param project    code of the project
 * @param kind       id of a {@link NoticeKind}
 * @param targets    empty for the whole project
 * @param from       in the console's zone, as {@code to} is; at most {@link #BEGUN_MINUTES} ago
 * @param daily      see {@link NoticeSpan}
 * @param reason     what residents read, Chinese; {@code reasonEn} or null
 * @param contact    who answers, as residents are told: an organisation rather than a person
 * @param phone      published with it
 * @param permit     number of the certificate for work in the night, needed where {@link NoticeKind#nightWork()}
 * @param lateReason why it comes later than the rule demands; needed then, and residents read it
 * @param taskId     the task that it is for, or null
 */
public record NewNotice(
        @Nullable String project,
        @Nullable String kind,
        List<NoticeTarget> targets,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime to,
        boolean daily,
        @Nullable String reason,
        @Nullable String reasonEn,
        @Nullable String contact,
        @Nullable String phone,
        @Nullable String permit,
        @Nullable String lateReason,
        @Nullable Long taskId) {

    /** Characters that the reason may have in either language. */
    public static final int LONGEST_REASON = 500;
    /** Characters of a reason for being late, changing or cancelling. */
    public static final int LONGEST_WHY = 300;
    /** Characters of the contact and of the permit's number. */
    public static final int LONGEST_NAME = 100;
    /** Characters of the telephone number. */
    public static final int LONGEST_PHONE = 32;
    /** Places that one notice names; more are the whole project. */
    public static final int MOST_TARGETS = 300;
    /** Minutes that the beginning may lie back: a burst pipe is announced while it is being mended. */
    public static final int BEGUN_MINUTES = 60;
    /** Days ahead that a notice may end. */
    public static final int HORIZON_DAYS = 730;

    public NewNotice {
        targets = List.copyOf(targets);
        phone = phone == null ? null : Telephone.plain(phone);
    }
}
