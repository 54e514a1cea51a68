/**
 * Pure scheduling: work calendars, the critical path, the progress front line. Values go in, a result comes out;
 * nothing here knows a database, a screen or a clock, and nothing beyond the JDK is used.
 *
 * <p>Dates are whole days; a finish is the last day worked, inclusive. Durations and lags are working minutes, of
 * which every working day of every calendar has {@link city.renewal.schedule.WorkingTime#MINUTES_PER_DAY 480}, so that
 * the half days which planning tools allow keep their place within a day.
 */
@NullMarked
package city.renewal.schedule;

import org.jspecify.annotations.NullMarked;
