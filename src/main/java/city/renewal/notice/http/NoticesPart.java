package city.renewal.notice.http;

import city.renewal.notice.Notice;
import city.renewal.notice.NoticePlace;
import city.renewal.notice.NoticeSpan;
import city.renewal.notice.Notices;
import city.renewal.notice.ProjectNotices;
import city.renewal.project.Project;
import city.renewal.project.http.ProjectPart;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/v1/projects/{code}/notices}: what is valid and to come, and what was cancelled while its time is not
 * over. One statement besides the project. Field names are a contract, described in openapi.json.
 */
public final class NoticesPart implements ProjectPart {

    private final Notices notices;
    private final ZoneId zone;

    /** @param zone in whose offset times are given */
    public NoticesPart(Notices notices, ZoneId zone) {
        this.notices = notices;
        this.zone = zone;
    }

    record All(String project, String version, List<NoticeJson> notices) {
    }

    record NoticeJson(
            long id,
            String kind,
            String name,
            @Nullable String nameEn,
            String state,
            String from,
            String to,
            boolean daily,
            SpanJson firstPublished,
            boolean moved,
            @Nullable String why,
            List<PlaceJson> places,
            String reason,
            @Nullable String reasonEn,
            String contact,
            String phone,
            @Nullable String dueBy,
            boolean late,
            @Nullable String lateReason,
            @Nullable String permit,
            @Nullable Long task,
            int revision,
            String publishedAt,
            String changedAt) {
    }

    record SpanJson(String from, String to, boolean daily) {
    }

    record PlaceJson(String code, String name, @Nullable String nameEn, @Nullable Integer stairwell) {
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public Object answer(Project project) {
        ProjectNotices found = notices.ofProject(project.id());
        return new All(project.code(), found.version(),
                found.notices().stream().map(each -> json(each, found.asOf())).toList());
    }

    private NoticeJson json(Notice notice, OffsetDateTime now) {
        NoticeSpan first = notice.published();
        return new NoticeJson(notice.id(), notice.kind().id(), notice.kind().name().zh(), notice.kind().name().en(),
                notice.state(now).name().toLowerCase(Locale.ROOT), text(notice.span().from()), text(notice.span().to()),
                notice.span().daily(), new SpanJson(text(first.from()), text(first.to()), first.daily()),
                notice.moved(), notice.why(), notice.places().stream().map(NoticesPart::place).toList(),
                notice.reason().zh(), notice.reason().en(), notice.contact(), notice.phone(),
                notice.dueAt() == null ? null : text(notice.dueAt()), notice.late(), notice.lateReason(),
                notice.permit(), notice.taskId(), notice.revision(), text(notice.publishedAt()),
                text(notice.changedAt()));
    }

    private static PlaceJson place(NoticePlace place) {
        return new PlaceJson(place.code(), place.name().zh(), place.name().en(),
                place.stairwell() == NoticePlace.WHOLE ? null : place.stairwell());
    }

    private String text(OffsetDateTime at) {
        return at.atZoneSameInstant(zone).toOffsetDateTime().toString();
    }
}
