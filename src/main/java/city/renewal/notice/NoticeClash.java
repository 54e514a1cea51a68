package city.renewal.notice;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two cuts in one building on one day, which residents had better have on two days, or explained together.
 *
 * @param days   the days that they share, in order; at least one
 * @param place  the first place that they share, null where both are for the whole project
 * @param others whether they share more than that one place
 */
public record NoticeClash(Notice one, Notice other, List<LocalDate> days, @Nullable Words place, boolean others) {

    public NoticeClash {
        days = List.copyOf(days);
    }

    /** @return every pair among the notices, in their order */
    public static List<NoticeClash> among(List<Notice> notices, ZoneId zone) {
        List<Notice> cuts = notices.stream().filter(Notice::cuts).toList();
        List<NoticeClash> found = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            for (int j = i + 1; j < cuts.size(); j++) {
                Notice one = cuts.get(i);
                Notice other = cuts.get(j);
                Outage.Meeting meeting = one.projectId() == other.projectId()
                        ? one.outage().meets(other.outage(), zone) : null;
                if (meeting != null) {
                    found.add(new NoticeClash(one, other, meeting.days(), meeting.place(), meeting.others()));
                }
            }
        }
        return found;
    }
}
