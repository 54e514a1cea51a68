package city.renewal.programme.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a promise stands. The first that holds, in this order:
 * <ol>
 * <li>{@link #WITHDRAWN}: it was taken back;
 * <li>{@link #KEPT}: the present value has reached the target, and not on a day that is known to be after the due day;
 * <li>{@link #KEPT_LATE}: it has reached the target, after the due day;
 * <li>{@link #MISSED}: the due day is over;
 * <li>{@link #AT_RISK}: with linked projects, what is confirmed and what their present schedules bring by the due day
 *     is less than the target; without, the share done is more than {@value #TOLERATED} points behind the share of the
 *     time from 1 January of the year to the due day;
 * <li>{@link #ON_COURSE} otherwise.
 * </ol>
 */
public enum CommitmentState {
    KEPT,
    KEPT_LATE,
    ON_COURSE,
    AT_RISK,
    MISSED,
    WITHDRAWN;

    /** Hundredths of the target that a value reported from time to time may be behind the calendar. */
    public static final int TOLERATED = 10;

    private static final double WHOLE = 100;

    /**
     * @param present   in the unit of the target, null for nothing known yet
     * @param expected  what there will be by the due day by the schedules of linked projects; null where none are linked
     * @param reachedOn when the target was reached, null when it was not or nobody knows
     * @param begins    first day of the promise's year
     */
    static CommitmentState of(BigDecimal target, LocalDate dueOn, @Nullable BigDecimal present,
                              @Nullable BigDecimal expected, @Nullable LocalDate reachedOn, LocalDate begins,
                              LocalDate today) {
        if (present != null && present.compareTo(target) >= 0) {
            return reachedOn != null && reachedOn.isAfter(dueOn) ? KEPT_LATE : KEPT;
        }
        if (today.isAfter(dueOn)) {
            return MISSED;
        }
        boolean enough = expected != null ? expected.compareTo(target) >= 0
                : share(target, present) * WHOLE + TOLERATED >= elapsed(begins, dueOn, today) * WHOLE;
        return enough ? ON_COURSE : AT_RISK;
    }

    private static double share(BigDecimal target, @Nullable BigDecimal present) {
        return present == null ? 0 : present.doubleValue() / target.doubleValue();
    }

    private static double elapsed(LocalDate begins, LocalDate dueOn, LocalDate today) {
        long all = ChronoUnit.DAYS.between(begins, dueOn);
        return all <= 0 ? 1 : Math.clamp((double) ChronoUnit.DAYS.between(begins, today) / all, 0, 1);
    }

    /** @return the end of the keys that speak of it, such as {@code at-risk} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
