package city.renewal.notice;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The notices of a project that are valid or to come, and the cancelled ones whose time is not over, in the order in
 * which they begin. What it says holds from {@code asOf} until {@link #holdsUntil}, unless a notice changes.
 */
public record ProjectNotices(List<Notice> notices, OffsetDateTime asOf) {

    public ProjectNotices {
        notices = List.copyOf(notices);
    }

    /** @return those that hold at the place; for a stairwell of 0 at any of the place. See {@link Notice#concerns} */
    public ProjectNotices at(String place, int stairwell) {
        return new ProjectNotices(notices.stream().filter(each -> each.concerns(place, stairwell)).toList(), asOf);
    }

    /** @return those that hold for some time on that day and are not cancelled, cuts before others */
    public List<Notice> on(LocalDate day, ZoneId zone) {
        return notices.stream().filter(each -> each.on(day, zone)).sorted(Notice.CUTS_FIRST).toList();
    }

    /** @return another text whenever one of them is published, changed, or comes to its beginning or end */
    public String version() {
        return notices.stream()
                .map(each -> each.id() + "." + each.revision() + "." + each.state(asOf).ordinal())
                .collect(Collectors.joining("-"));
    }

    /** @return the next moment at which one of them begins or ends; {@link OffsetDateTime#MAX} when none does */
    public OffsetDateTime holdsUntil() {
        return notices.stream().flatMap(each -> Stream.of(each.span().from(), each.span().to()))
                .filter(at -> at.isAfter(asOf))
                .min(OffsetDateTime.timeLineOrder())
                .orElse(OffsetDateTime.MAX);
    }
}
