package city.renewal.plan.interchange;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a file says was done on a task.
 *
 * @param actualStart      first day worked, null while not started
 * @param actualFinish     last day worked, null while not finished
 * @param remainingMinutes working minutes still to do, null where the file does not say
 * @param percent          0 to 100
 * @param kind             what the percent counts
 */
public record PlanProgress(
        @Nullable LocalDate actualStart,
        @Nullable LocalDate actualFinish,
        @Nullable Integer remainingMinutes,
        double percent,
        Kind kind) {

    /** Not started. */
    public static final PlanProgress NONE = new PlanProgress(null, null, null, 0, Kind.DURATION);

    /** What a percentage of completion counts. */
    public enum Kind {
        /** The share of the duration used. */
        DURATION,
        /** The share of the work seen on site, by judgement or steps. */
        PHYSICAL,
        /** The share of the resources' units used. */
        UNITS
    }
}
