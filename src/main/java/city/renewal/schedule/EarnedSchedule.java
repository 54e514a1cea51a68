package city.renewal.schedule;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Work by the time at which it was to be done, after W. Lipke, <i>Schedule is Different</i>, The Measurable News, 2003.
 * Unlike SPI, which becomes 1 for every project once it is finished, the index in time still tells a late finish at the
 * end.
 *
 * @param earned how many periods the plan allowed for the work that is done (ES)
 * @param actual how many periods it took (AT)
 */
public record EarnedSchedule(double earned, double actual) {

    private static final double ROUNDING = 1e-9;

    /**
     * ES = C + (EV − PV<sub>C</sub>) ÷ (PV<sub>C+1</sub> − PV<sub>C</sub>), C being the last period by whose end the plan
     * wanted no more than is earned.
     *
     * @param planned cumulative value at the end of each period, from the first on, never falling
     * @param value   value of the work that is done (EV), in the same measure
     * @param actual  periods since the planned start
     */
    public static EarnedSchedule of(List<Double> planned, double value, double actual) {
        if (planned.isEmpty() || value <= 0) {
            return new EarnedSchedule(0, actual);
        }
        double whole = planned.getLast();
        int reached = 0;
        double before = 0;
        while (reached < planned.size() && before < whole - ROUNDING && planned.get(reached) <= value + ROUNDING) {
            before = planned.get(reached);
            reached++;
        }
        if (reached == planned.size() || before >= whole - ROUNDING) {
            return new EarnedSchedule(reached, actual);
        }
        return new EarnedSchedule(reached + (value - before) / (planned.get(reached) - before), actual);
    }

    /** @return SPI(t) = ES ÷ AT, below 1 when late; empty before the planned start */
    public OptionalDouble index() {
        return actual <= 0 ? OptionalDouble.empty() : OptionalDouble.of(earned / actual);
    }
}
