package city.renewal.visit;

import city.renewal.base.Formats;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;

/** Says times and states of appointments in one reader's language. */
public record VisitWords(Formats formats, ZoneId zone) {

    /** @return such as {@code 6月9日 星期二} or {@code 9 Jun, Tuesday} */
    public String day(LocalDate day) {
        return text("visit.day", formats.date(day), day.getDayOfWeek().getDisplayName(TextStyle.FULL, formats.locale()));
    }

    /** @return day and hours */
    public String when(Visit visit) {
        return day(visit.day(zone)) + " " + visit.hours(zone);
    }

    /** @return day and hours */
    public String when(Slot slot) {
        return day(slot.day(zone)) + " " + slot.hours(zone);
    }

    /** @return such as {@code 6月7日至6月10日，高考} */
    public String bar(Bar bar) {
        String words = bar.words().in(formats.locale());
        return bar.firstOn().equals(bar.lastOn()) ? text("visit.bar.day", formats.date(bar.firstOn()), words)
                : text("visit.bar", formats.date(bar.firstOn()), formats.date(bar.lastOn()), words);
    }

    public String state(VisitState state) {
        return text("visit.state." + state.code());
    }

    private String text(String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }
}
