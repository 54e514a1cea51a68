package city.renewal.resident;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Words;
import city.renewal.notice.NoticeWords;
import city.renewal.plan.TaskInput;
import city.renewal.project.Kinds;
import city.renewal.project.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says things of a project in one reader’s language. */
public record ResidentWords(Messages messages, Kinds kinds, Formats formats, ZoneId zone) {

    public static ResidentWords in(Locale language, Messages messages, Kinds kinds, LocalDate today, ZoneId zone) {
        return new ResidentWords(messages, kinds, new Formats(messages, language, today), zone);
    }

    public Locale language() {
        return formats.locale();
    }

    public NoticeWords notices() {
        return new NoticeWords(formats, zone);
    }

    public String text(String key, Object... parameters) {
        return messages.text(formats.locale(), key, parameters);
    }

    public String words(Words words) {
        return words.in(formats.locale());
    }

    /** @return how the language calls what the data names, see {@link Messages#name} */
    public String name(String name) {
        return formats.name(name);
    }

    /** @return the day, or what stands for one that is not known */
    public String date(@Nullable LocalDate day) {
        return day == null ? text("resident.date.unknown") : formats.date(day);
    }

    public String day(OffsetDateTime at) {
        return formats.date(at.atZoneSameInstant(zone).toLocalDate());
    }

    public String moment(OffsetDateTime at) {
        return formats.moment(at, zone);
    }

    /** @return the quantity with its unit, or in percent for work that is not measured */
    public String quantity(BigDecimal quantity, String unit) {
        return unit.equals(TaskInput.PERCENT)
                ? formats.number(quantity) + "%"
                : formats.quantity(quantity, kinds.unit(unit));
    }

    /** @return such as {@code 8,260 / 14,300 m²} */
    public String sum(Evidence report) {
        return report.unit().equals(TaskInput.PERCENT)
                ? quantity(report.cumulative(), report.unit())
                : formats.number(report.cumulative()) + " / " + quantity(report.planned(), report.unit());
    }

    /** @return such as {@code floor area 55,000 m²}, without the name where the unit says it: {@code 120 households} */
    public String measure(String kind, Measure measure) {
        String unit = words(kinds.unit(measure.unit())).toLowerCase(Locale.ROOT);
        return kinds.get(kind).measures().stream()
                .filter(each -> each.id().equals(measure.measure()))
                .map(each -> words(each.name()))
                .filter(name -> !name.toLowerCase(Locale.ROOT).contains(unit)
                        && !unit.contains(name.toLowerCase(Locale.ROOT)))
                .map(name -> name + " ")
                .findFirst()
                .orElse("") + quantity(measure.amount(), measure.unit());
    }
}
