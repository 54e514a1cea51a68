package city.renewal.notice;

import city.renewal.base.Formats;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says notices in one reader's language. */
public final class NoticeWords {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Formats formats;
    private final ZoneId zone;

    /** @param zone in which times are said */
    public NoticeWords(Formats formats, ZoneId zone) {
        this.formats = formats;
        this.zone = zone;
    }

    public Formats formats() {
        return formats;
    }

    public ZoneId zone() {
        return zone;
    }

    public String text(String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }

    public String kind(Notice notice) {
        return notice.kind().name().in(formats.locale());
    }

    /** @return such as {@code 12月4日周五 09:00–17:00} */
    public String when(NoticeSpan span) {
        ZonedDateTime from = span.from().atZoneSameInstant(zone);
        ZonedDateTime to = span.to().atZoneSameInstant(zone);
        String begin = HOUR.format(from);
        String end = HOUR.format(to);
        if (from.toLocalDate().equals(to.toLocalDate())) {
            return text("notice.when.day", day(from.toLocalDate()), begin, end);
        }
        return text(span.daily() ? "notice.when.daily" : "notice.when.long", day(from.toLocalDate()), begin,
                day(to.toLocalDate()), end);
    }

    private String day(LocalDate day) {
        return text("notice.when.weekday", formats.date(day),
                day.getDayOfWeek().getDisplayName(TextStyle.SHORT, formats.locale()));
    }

    public String moment(OffsetDateTime at) {
        return formats.moment(at, zone);
    }

    /** @return the hour at which it begins */
    public String hour(NoticeSpan span) {
        return HOUR.format(span.from().atZoneSameInstant(zone));
    }

    /** @return the buildings with their stairwells, or that it is everywhere */
    public String where(Notice notice) {
        if (notice.places().isEmpty()) {
            return text("notice.everywhere");
        }
        Map<String, List<String>> stairwells = new LinkedHashMap<>();
        for (NoticePlace place : notice.places()) {
            List<String> own = stairwells.computeIfAbsent(place.name().in(formats.locale()), none -> new ArrayList<>());
            if (place.stairwell() != NoticePlace.WHOLE) {
                own.add(String.valueOf(place.stairwell()));
            }
        }
        return String.join(text("notice.list.places"), stairwells.entrySet().stream()
                .map(each -> each.getValue().isEmpty() ? each.getKey()
                        : text("notice.stairwells", each.getKey(), String.join(text("notice.list.stairwells"), each.getValue())))
                .toList());
    }

    public String lead(LeadTime lead) {
        String amount = lead.days() > 0 ? text("notice.lead.days", lead.days()) : text("notice.lead.hours", lead.hours());
        return text("notice.lead.rule", lead.source().in(formats.locale()), amount);
    }

    public String state(Notice notice, OffsetDateTime now) {
        return text("notice.state." + notice.state(now).name().toLowerCase(Locale.ROOT));
    }
}
