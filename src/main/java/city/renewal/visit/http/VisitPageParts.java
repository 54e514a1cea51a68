package city.renewal.visit.http;

import city.renewal.base.http.PageReader;
import city.renewal.visit.Slot;
import city.renewal.visit.Visit;
import city.renewal.visit.VisitOffer;
import city.renewal.visit.VisitState;
import city.renewal.visit.VisitWords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says the parts of {@link VisitPage} in a reader's words. */
final class VisitPageParts {

    private final PageReader reader;
    private final VisitWords words;
    private final ZoneId zone;

    VisitPageParts(PageReader reader, ZoneId zone) {
        this.reader = reader;
        this.words = new VisitWords(reader.formats(), zone);
        this.zone = zone;
    }

    String done(Visit visit) {
        String key = visit.state() == VisitState.CANCELLED ? "visit.cancelled"
                : visit.movedFrom() == null ? "visit.made" : "visit.moved";
        return reader.text(key, visit.titles().in(reader.locale()), words.when(visit));
    }

    VisitPage.Work work(VisitOffer offer) {
        Visit visit = offer.visit();
        boolean booked = offer.in(VisitState.BOOKED);
        boolean finished = offer.in(VisitState.DONE);
        return new VisitPage.Work(offer.work().id(), offer.work().titles().in(reader.locale()),
                finished || offer.work().preparation() == null ? null
                        : offer.work().preparation().in(reader.locale()),
                visit == null ? null : state(visit), booked || finished,
                booked && visit != null ? visit.id() : null, booked && visit != null ? words.when(visit) : "",
                visit == null ? "" : reader.formats().name(visit.crew()),
                offer.bar() == null ? null : reader.text("visit.barred.move", words.bar(offer.bar())),
                booked && visit != null ? fixed(visit) : null, times(offer.times()), !booked || offer.bar() != null, finished);
    }

    private @Nullable String state(Visit visit) {
        return switch (visit.state()) {
            case DONE -> reader.text("visit.is.done", words.day(visit.day(zone)));
            case NOT_HOME -> reader.text("visit.is.not-home", words.when(visit));
            case DECLINED -> reader.text("visit.is.declined", words.day(visit.day(zone)));
            default -> null;
        };
    }

    private @Nullable String fixed(Visit visit) {
        LocalDate day = visit.day(zone);
        LocalDate today = reader.formats().today();
        return day.isAfter(today) ? null : reader.text(day.equals(today) ? "visit.until" : "visit.over");
    }

    private List<VisitPage.Day> times(List<Slot> slots) {
        Map<LocalDate, List<VisitPage.Time>> days = slots.stream().collect(Collectors.groupingBy(slot -> slot.day(zone),
                TreeMap::new, Collectors.mapping(slot -> new VisitPage.Time(slot.id(), slot.hours(zone),
                        reader.text("visit.free", slot.free())), Collectors.toList())));
        return days.entrySet().stream().map(day -> new VisitPage.Day(words.day(day.getKey()), day.getValue())).toList();
    }
}
