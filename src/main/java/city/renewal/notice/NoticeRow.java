package city.renewal.notice;

import city.renewal.base.Words;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A notice at one of its places, as the database answers. Public for the mapper alone. */
public record NoticeRow(
        long id,
        long projectId,
        String projectCode,
        String projectName,
        @Nullable String projectNameEn,
        String kind,
        String reason,
        @Nullable String reasonEn,
        String contact,
        String phone,
        @Nullable Long taskId,
        int revision,
        OffsetDateTime firstStartsAt,
        OffsetDateTime firstEndsAt,
        boolean firstDaily,
        OffsetDateTime publishedAt,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        boolean daily,
        OffsetDateTime beforeStartsAt,
        OffsetDateTime beforeEndsAt,
        boolean beforeDaily,
        boolean cancelled,
        @Nullable String why,
        @Nullable OffsetDateTime dueAt,
        boolean late,
        @Nullable String lateReason,
        @Nullable String permit,
        OffsetDateTime changedAt,
        @Nullable String placeCode,
        @Nullable String placeName,
        @Nullable String placeNameEn,
        int stairwell) {

    /** @return the notices of the rows, each with its places, in the order of the rows */
    static List<Notice> notices(List<NoticeRow> rows, NoticeRules rules) {
        Map<Long, List<NoticePlace>> places = new LinkedHashMap<>();
        Map<Long, NoticeRow> heads = new LinkedHashMap<>();
        for (NoticeRow row : rows) {
            heads.putIfAbsent(row.id, row);
            List<NoticePlace> own = places.computeIfAbsent(row.id, none -> new ArrayList<>());
            if (row.placeCode != null && row.placeName != null) {
                own.add(new NoticePlace(row.placeCode, new Words(row.placeName, row.placeNameEn), row.stairwell));
            }
        }
        return heads.values().stream().map(row -> row.notice(places.get(row.id), rules)).toList();
    }

    private Notice notice(List<NoticePlace> places, NoticeRules rules) {
        // A kind that the file no longer has keeps its id for a name.
        NoticeKind known = rules.find(kind)
                .orElseGet(() -> new NoticeKind(kind, new Words(kind, null), false, NightWork.NEVER, null));
        return new Notice(id, projectId, projectCode, new Words(projectName, projectNameEn), known, places,
                new NoticeSpan(firstStartsAt, firstEndsAt, firstDaily),
                new NoticeSpan(beforeStartsAt, beforeEndsAt, beforeDaily), new NoticeSpan(startsAt, endsAt, daily),
                cancelled, why, new Words(reason, reasonEn), contact, phone, dueAt, late, lateReason, permit, taskId,
                revision, publishedAt, changedAt);
    }
}
