package city.renewal.notice;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it stands.
 *
 * @param places      in the order of the project; empty for the whole of it
 * @param published   when it was to be as first published; never changed
 * @param before      when it was to be before it was last changed; as published while it was not
 * @param span        when it is to be now, or was to be before it was cancelled
 * @param why         why the time was changed or the notice cancelled, null while neither
 * @param dueAt       when its time had to be out at the latest, null where no rule says so
 * @param late        whether it was out later; {@code lateReason} says why
 * @param permit      number of the certificate for work in the night, or null
 * @param taskId      the task that it is for, or null
 * @param revision    1 as first published, higher by one with each change
 * @param publishedAt when it was first published
 * @param changedAt   when it was last changed
 */
public record Notice(
        long id,
        long projectId,
        String projectCode,
        Words projectName,
        NoticeKind kind,
        List<NoticePlace> places,
        NoticeSpan published,
        NoticeSpan before,
        NoticeSpan span,
        boolean cancelled,
        @Nullable String why,
        Words reason,
        String contact,
        String phone,
        @Nullable OffsetDateTime dueAt,
        boolean late,
        @Nullable String lateReason,
        @Nullable String permit,
        @Nullable Long taskId,
        int revision,
        OffsetDateTime publishedAt,
        OffsetDateTime changedAt) {

    /** What a household has to prepare for comes before what is only to be known. */
    public static final Comparator<Notice> CUTS_FIRST = Comparator.comparing(notice -> !notice.kind.cut());

    /** What a notice is at a moment. */
    public enum State {
        COMING,
        VALID,
        OVER,
        CANCELLED
    }

    public Notice {
        places = List.copyOf(places);
    }

    public State state(OffsetDateTime now) {
        if (cancelled) {
            return State.CANCELLED;
        }
        if (!span.to().isAfter(now)) {
            return State.OVER;
        }
        return span.from().isAfter(now) ? State.COMING : State.VALID;
    }

    /** @return whether its time is not the one that was first published */
    public boolean moved() {
        return !span.equals(published);
    }

    /** @return whether it holds for some time on the day and is not cancelled */
    public boolean on(LocalDate day, ZoneId zone) {
        return !cancelled && span.touches(day, zone);
    }

    /**
     * @param place     code of a place of its project
     * @param stairwell {@link NoticePlace#WHOLE} for any of the place
     * @return whether it holds there
     */
    public boolean concerns(String place, int stairwell) {
        return outage().concerns(place, stairwell);
    }

    /** @return whether it takes something away that a household needs, and is not cancelled */
    boolean cuts() {
        return kind.cut() && !cancelled;
    }

    Outage outage() {
        return new Outage(span, places);
    }
}
