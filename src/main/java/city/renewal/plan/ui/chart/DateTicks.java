package city.renewal.plan.ui.chart;

import city.renewal.base.Formats;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The marks along an axis of days: Mondays where they have room, else first days of months or of every few months. */
final class DateTicks {

    private static final int DAYS_OF_A_MONTH = 30;

    private DateTicks() {
    }

    /** A mark with what is written at it. */
    record Tick(LocalDate day, String label) {
    }

    /**
     * @param most how many marks have room, at least 1
     * @return marks from the first to the last day
     */
    static List<Tick> of(LocalDate first, LocalDate last, int most, Formats formats) {
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        List<Tick> ticks = new ArrayList<>();
        if (days / 7 <= most) {
            LocalDate monday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            for (LocalDate day = monday; !day.isAfter(last); day = day.plusWeeks(1)) {
                ticks.add(new Tick(day, formats.date(day)));
            }
            return ticks;
        }
        int step = step((double) days / DAYS_OF_A_MONTH / most);
        LocalDate month = first.withDayOfMonth(1);
        month = month.isBefore(first) ? month.plusMonths(1) : month;
        while ((month.getMonthValue() - 1) % step != 0) {
            month = month.plusMonths(1);
        }
        for (LocalDate day = month; !day.isAfter(last); day = day.plusMonths(step)) {
            boolean year = ticks.isEmpty() || day.getMonthValue() <= step;
            String pattern = formats.messages().text(formats.locale(), year ? "chart.month.year" : "chart.month");
            ticks.add(new Tick(day, DateTimeFormatter.ofPattern(pattern, formats.locale()).format(day)));
        }
        return ticks;
    }

    private static int step(double wanted) {
        for (int step : new int[] {1, 2, 3, 6}) {
            if (wanted <= step) {
                return step;
            }
        }
        return 12;
    }
}
