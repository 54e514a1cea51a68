package city.renewal.notice.ui;

import city.renewal.base.ui.DateField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From when to when, by day and hour. */
final class TimeFields extends Div {

    private static final Duration STEP = Duration.ofMinutes(30);

    private final DateField fromDay;
    private final DateField toDay;
    private final TimePicker fromHour;
    private final TimePicker toHour;
    private final Checkbox daily = new Checkbox();

    /** @param changed called when the reader changes one of them */
    TimeFields(Locale locale, Runnable changed) {
        addClassName("notice-row");
        fromDay = new DateField(getTranslation("notice.from"), locale);
        toDay = new DateField(getTranslation("notice.to"), locale);
        fromHour = hour("notice.from.hour", locale);
        toHour = hour("notice.to.hour", locale);
        daily.setLabel(getTranslation("notice.daily"));
        daily.setId("notice-daily");
        fromDay.setId("notice-from");
        toDay.setId("notice-to");
        fromHour.setId("notice-from-hour");
        toHour.setId("notice-to-hour");
        fromDay.addValueChangeListener(change -> {
            // Most notices are for one day.
            if (change.isFromClient() && toDay.isEmpty() && change.getValue() != null) {
                toDay.setValue(change.getValue());
            }
            changed.run();
        });
        toDay.addValueChangeListener(change -> {
            showDaily();
            changed.run();
        });
        fromHour.addValueChangeListener(change -> changed.run());
        toHour.addValueChangeListener(change -> changed.run());
        daily.addValueChangeListener(change -> changed.run());
        showDaily();
        add(fromDay, fromHour, toDay, toHour, daily);
    }

    private TimePicker hour(String key, Locale locale) {
        TimePicker hour = new TimePicker(getTranslation(key));
        hour.setStep(STEP);
        // Hours of the day from 0 to 24 in every language.
        hour.setLocale(Locale.of(locale.getLanguage(), "GB"));
        return hour;
    }

    private void showDaily() {
        daily.setVisible(fromDay.getValue() != null && toDay.getValue() != null
                && fromDay.getValue().isBefore(toDay.getValue()));
    }

    void set(LocalDateTime from, LocalDateTime to, boolean everyDay, boolean fixedBegin) {
        fromDay.setValue(from.toLocalDate());
        fromHour.setValue(from.toLocalTime());
        toDay.setValue(to.toLocalDate());
        toHour.setValue(to.toLocalTime());
        daily.setValue(everyDay);
        fromDay.setReadOnly(fixedBegin);
        fromHour.setReadOnly(fixedBegin);
        showDaily();
    }

    @Nullable LocalDateTime from() {
        return time(fromDay.getValue(), fromHour.getValue());
    }

    @Nullable LocalDateTime to() {
        return time(toDay.getValue(), toHour.getValue());
    }

    private static @Nullable LocalDateTime time(@Nullable LocalDate day, @Nullable LocalTime hour) {
        return day == null || hour == null ? null : day.atTime(hour);
    }

    boolean daily() {
        return daily.isVisible() && daily.getValue();
    }

    /** @return where something is said of the beginning: at the hour when only that lacks */
    HasValidation begin() {
        return fromDay.getValue() != null && fromHour.getValue() == null ? fromHour : fromDay;
    }

    /** As {@link #begin()}, of the end. */
    HasValidation end() {
        return toDay.getValue() != null && toHour.getValue() == null ? toHour : toDay;
    }
}
