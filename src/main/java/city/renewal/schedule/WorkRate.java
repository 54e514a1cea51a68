package city.renewal.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How fast one task was planned to go and how fast it goes.
 *
 * <p>The plan's rate is the planned quantity over the planned working days. The observed rate is the quantity done over
 * the working days from the first day worked to the status date, both counted, days without a report among them: a crew
 * that comes every other day goes at half its pace. Both count days on the task's own effective calendar.
 *
 * @param planned         quantity planned, above 0
 * @param done            quantity done, 0 and up
 * @param durationMinutes planned working minutes, 0 for a milestone
 * @param daysWorked      working days from the first day worked to the status date; 0 for work not begun
 */
public record WorkRate(BigDecimal planned, BigDecimal done, int durationMinutes, int daysWorked) {

    /**
     * Working days after which an observed rate counts: a week of work, because plans are brought up to date weekly
     * (DOMAIN.md §4) and the first days set a site up rather than show its pace. It is a number of days and not a share
     * done, so that a further report never turns the forecast to a slower rate than before it.
     */
    public static final int OBSERVED_FROM_DAYS = 5;

    /** Work that goes at less than one part in so many of the plan's rate stands still: no pace to reckon with. */
    public static final int SLOWEST = 10;

    /** @throws IllegalArgumentException when a value is outside what is said above */
    public WorkRate {
        if (planned.signum() <= 0 || done.signum() < 0 || durationMinutes < 0 || daysWorked < 0) {
            throw new IllegalArgumentException("No rate for " + done + " of " + planned + " in " + daysWorked
                    + " days, planned " + durationMinutes + " minutes");
        }
    }

    /**
     * @param firstDay   first day worked, null for work not begun
     * @param statusDate the last day whose progress is known, null for a plan without progress
     * @param calendar   the task's effective one
     */
    public static WorkRate of(BigDecimal planned, BigDecimal done, int durationMinutes, @Nullable LocalDate firstDay,
                              @Nullable LocalDate statusDate, WorkCalendar calendar) {
        int days = firstDay == null || statusDate == null ? 0 : calendar.workingDays(firstDay, statusDate);
        return new WorkRate(planned, done, durationMinutes, days);
    }

    /** @return quantity a working day by the plan; empty for a milestone */
    public OptionalDouble plannedPerDay() {
        return durationMinutes == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(planned.doubleValue() * WorkingTime.MINUTES_PER_DAY / durationMinutes);
    }

    /** @return quantity a working day as observed, however short the time; empty while nothing is done */
    public OptionalDouble observedPerDay() {
        return daysWorked == 0 || done.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(done.doubleValue() / daysWorked);
    }

    /** @return whether work was observed long enough for its rate to be reckoned with */
    public boolean observed() {
        return done.signum() > 0 && daysWorked >= OBSERVED_FROM_DAYS && durationMinutes > 0;
    }

    /** @return working minutes for what is left at the plan's rate, rounded up */
    public int remainingByPlan() {
        return minutes(left().multiply(BigDecimal.valueOf(durationMinutes)), planned);
    }

    /**
     * @return working minutes for what is left at the observed rate, rounded up; at the plan's rate until it
     *         {@linkplain #observed counts}, and never more than {@link #SLOWEST} times as long
     */
    public int remainingByObserved() {
        if (!observed()) {
            return remainingByPlan();
        }
        BigDecimal worked = BigDecimal.valueOf((long) daysWorked * WorkingTime.MINUTES_PER_DAY);
        return (int) Math.min(minutes(left().multiply(worked), done), (long) SLOWEST * remainingByPlan());
    }

    private BigDecimal left() {
        return planned.subtract(done).max(BigDecimal.ZERO);
    }

    private static int minutes(BigDecimal product, BigDecimal by) {
        return product.divide(by, 0, RoundingMode.UP).min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValueExact();
    }
}
