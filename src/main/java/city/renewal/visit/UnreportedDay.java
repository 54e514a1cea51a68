package city.renewal.visit;

import java.time.LocalDate;

/**
 * A day that is over, with homes done on it that nobody has reported.
 *
 * @param homes at least 1
 */
public record UnreportedDay(LocalDate day, int homes) {
}
