package city.renewal.base.ui;

import city.renewal.base.Refusal;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A date picker that speaks the reader's language and writes dates the one way that nobody misreads: 2026-11-23. */
public final class DateField extends DatePicker {

    public DateField(String label, Locale locale) {
        super(label);
        setLocale(locale);
        DatePickerI18n words = new DatePickerI18n();
        words.setDateFormat("yyyy-MM-dd");
        words.setFirstDayOfWeek(1);
        words.setMonthNames(Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)).toList());
        words.setWeekdays(fromSunday(TextStyle.FULL_STANDALONE, locale));
        words.setWeekdaysShort(fromSunday(TextStyle.NARROW_STANDALONE, locale));
        words.setToday(getTranslation("date.today"));
        words.setCancel(getTranslation("action.cancel"));
        setI18n(words);
    }

    /**
     * @return the day, null where none is written
     * @throws Refusal when what is written is no day, which reaches the server as none
     */
    public @Nullable LocalDate dayIfAny() {
        if (isInvalid()) {
            throw new Refusal("date.unread", getLabel());
        }
        return getValue();
    }

    /** @throws Refusal when no day is written */
    public LocalDate day() {
        LocalDate day = dayIfAny();
        if (day == null) {
            throw new Refusal("date.unread", getLabel());
        }
        return day;
    }

    private static List<String> fromSunday(TextStyle style, Locale locale) {
        return IntStream.range(0, DayOfWeek.values().length)
                .mapToObj(day -> DayOfWeek.SUNDAY.plus(day).getDisplayName(style, locale))
                .toList();
    }
}
