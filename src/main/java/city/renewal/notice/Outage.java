package city.renewal.notice;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When and where something is away in one project.
 *
 * @param places empty for the whole project
 */
record Outage(NoticeSpan span, List<NoticePlace> places) {

    /** @return whether it is at the place; a stairwell of {@link NoticePlace#WHOLE} asks for any of the place */
    boolean concerns(String place, int stairwell) {
        return places.isEmpty() || places.stream().anyMatch(each -> each.code().equals(place)
                && (stairwell == NoticePlace.WHOLE || each.stairwell() == NoticePlace.WHOLE
                        || each.stairwell() == stairwell));
    }

    /** @return where and when both are, or null when they share no building on any day */
    @Nullable Meeting meets(Outage other, ZoneId zone) {
        Set<LocalDate> days = other.span.days(zone).collect(Collectors.toSet());
        List<LocalDate> both = span.days(zone).filter(days::contains).toList();
        if (both.isEmpty()) {
            return null;
        }
        if (places.isEmpty() && other.places.isEmpty()) {
            return new Meeting(both, null, false);
        }
        Outage narrow = places.isEmpty() ? other : this;
        Outage wide = places.isEmpty() ? this : other;
        List<Words> shared = narrow.places.stream()
                .filter(place -> wide.concerns(place.code(), NoticePlace.WHOLE))
                .map(NoticePlace::name)
                .distinct()
                .toList();
        return shared.isEmpty() ? null : new Meeting(both, shared.getFirst(), shared.size() > 1);
    }

    /** The parts are those of {@link NoticeClash}. */
    record Meeting(List<LocalDate> days, @Nullable Words place, boolean others) {
    }
}
