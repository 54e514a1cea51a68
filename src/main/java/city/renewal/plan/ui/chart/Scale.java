package city.renewal.plan.ui.chart;

import java.time.LocalDate;

/** Places values between two ends of a line of the drawing; the ends may lie either way round. */
record Scale(double least, double most, double from, double to) {

    /** A scale of days, each of which begins at its own number and is one wide. */
    static Scale ofDays(LocalDate first, LocalDate last, double from, double to) {
        return new Scale(first.toEpochDay(), Math.max(first.toEpochDay() + 1d, last.toEpochDay() + 1d), from, to);
    }

    double at(double value) {
        return from + (to - from) * (value - least) / (most - least);
    }

    /** @return where the day begins */
    double startOf(LocalDate day) {
        return at(day.toEpochDay());
    }

    /** @return where the day ends */
    double endOf(LocalDate day) {
        return at(day.toEpochDay() + 1d);
    }
}
