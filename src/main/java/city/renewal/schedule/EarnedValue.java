package city.renewal.schedule;

import java.util.OptionalDouble;

/**
 * Work by its value at one moment, as shares of the whole, 0 to 1.
 *
 * @param planned value of the work that was to be done by then (PV)
 * @param earned  value of the work that is done (EV)
 */
public record EarnedValue(double planned, double earned) {

    /** @return the schedule performance index SPI = EV ÷ PV, below 1 when late; empty while nothing was to be done */
    public OptionalDouble scheduleIndex() {
        return planned == 0 ? OptionalDouble.empty() : OptionalDouble.of(earned / planned);
    }

    /** @return EV − PV, below 0 when late */
    public double scheduleVariance() {
        return earned - planned;
    }
}
