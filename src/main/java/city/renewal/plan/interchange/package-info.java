/**
 * Schedule files of other planning tools, in and out. A foreign file is read in a bounded child process
 * ({@link city.renewal.plan.interchange.ScheduleFileReader}) into a
 * {@link city.renewal.plan.interchange.PlanDocument}, which knows neither database nor screen; what a document cannot
 * hold is listed in it. {@link city.renewal.plan.interchange.MspdiWriter} is the way back out.
 *
 * <p>Durations and lags follow {@link city.renewal.schedule.WorkingTime}: 480 minutes are one working day of whatever
 * calendar, so a tool's ten-hour day becomes 480 minutes here.
 */
@NullMarked
package city.renewal.plan.interchange;

import org.jspecify.annotations.NullMarked;
