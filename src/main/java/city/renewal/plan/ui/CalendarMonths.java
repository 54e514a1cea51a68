package city.renewal.plan.ui;

import city.renewal.base.Formats;
import city.renewal.plan.HolidayCalendars;
import city.renewal.plan.HolidayCalendars.Holiday;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.StopWindow;
import city.renewal.plan.StoredCalendar;
import city.renewal.plan.TaskInput;
import city.renewal.plan.ui.CalendarMonth.Day;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The months of one calendar: days off, holidays with their names, make-up days, and the windows that stop a work. */
public final class CalendarMonths extends Div {

    private final transient PlanSnapshot plan;
    private final transient StoredCalendar calendar;
    private final transient TaskInput probe;
    private final transient HolidayCalendars holidays;
    private final transient Formats formats;

    /**
     * @param workType whose windows are shown, null for work of no special type
     * @param first    the first of twelve months
     */
    public CalendarMonths(PlanSnapshot plan, StoredCalendar calendar, @Nullable String workType, YearMonth first,
                          HolidayCalendars holidays, Formats formats) {
        this.plan = plan;
        this.calendar = calendar;
        this.holidays = holidays;
        this.formats = formats;
        probe = TaskInput.work(0, "", 1).withCalendar(calendar.id()).withWork(workType, null);
        addClassName("calendar-months");
        Div legend = new Div();
        legend.addClassName("calendar-legend");
        for (String style : List.of("off", "holiday", "make-up", "special", "window")) {
            Span entry = new Span(getTranslation("calendar.day." + style));
            entry.addClassName(style);
            legend.add(entry);
        }
        Div months = new Div();
        months.addClassName("calendar-grid");
        for (int i = 0; i < 12; i++) {
            YearMonth month = first.plusMonths(i);
            months.add(new CalendarMonth(month, formats, this::day, named(month)));
        }
        add(legend, months);
    }

    /** The holidays that the calendar keeps in the month, each with its days. */
    private List<String> named(YearMonth month) {
        return holidays.years().stream().flatMap(year -> year.holidays().stream())
                .filter(holiday -> !holiday.from().isAfter(month.atEndOfMonth())
                        && !holiday.to().isBefore(month.atDay(1)) && !calendar.calendar().isWorking(holiday.from()))
                .map(holiday -> named(holiday, month))
                .toList();
    }

    private String named(Holiday holiday, YearMonth month) {
        int from = holiday.from().isBefore(month.atDay(1)) ? 1 : holiday.from().getDayOfMonth();
        int to = holiday.to().isAfter(month.atEndOfMonth()) ? month.lengthOfMonth() : holiday.to().getDayOfMonth();
        return formats.messages().text(formats.locale(), "calendar.holiday", from == to ? from : from + "–" + to,
                holiday.name().in(formats.locale()));
    }

    private Day day(LocalDate day) {
        boolean worked = calendar.calendar().isWorking(day);
        Optional<String> window = worked ? window(day) : Optional.empty();
        if (window.isPresent()) {
            return new Day("window", "", window.get());
        }
        Optional<Holiday> holiday = holidays.on(day);
        boolean byWeek = calendar.calendar().workingWeek().contains(day.getDayOfWeek());
        if (!worked && holiday.isPresent()) {
            return new Day("holiday", "", holiday.get().name().in(formats.locale()));
        }
        if (worked && !byWeek) {
            boolean makeUp = holidays.years().stream().flatMap(year -> year.holidays().stream())
                    .anyMatch(each -> each.makeUp().contains(day));
            return makeUp
                    ? new Day("make-up", text("calendar.day.make-up.short"), text("calendar.day.make-up"))
                    : new Day("special", "", text("calendar.day.extra"));
        }
        if (!worked) {
            return byWeek ? new Day("special", "", text("calendar.day.special")) : new Day("off", "", "");
        }
        return new Day("", "", "");
    }

    private Optional<String> window(LocalDate day) {
        if (plan.days().of(probe).calendar().isWorking(day)) {
            return Optional.empty();
        }
        return Optional.of(plan.days().windows().stream()
                .filter(each -> each.covers(day) && plan.days().stops(each, probe))
                .map(this::name)
                .findFirst()
                .orElseGet(() -> text("window.season")));
    }

    private String name(StopWindow window) {
        return text("window.kind." + window.kind().code()) + " "
                + window.words().in(formats.locale());
    }

    private String text(String key) {
        return formats.messages().text(formats.locale(), key);
    }
}
