package city.renewal.plan.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running project whose finish, which is that of its critical path, lies after the original promise, with the newest
 * explanation that speaks for a known slip.
 *
 * @param slipDays  how late the finish was when it was explained last, null when it never was
 * @param catchUp   what is done about it, null when nothing was said
 * @param catchUpOn day by which it is done, null when nothing was said
 */
public record DelayNeed(
        long projectId,
        String projectCode,
        String projectName,
        LocalDate finishOn,
        LocalDate promisedFinishOn,
        @Nullable Integer slipDays,
        @Nullable String catchUp,
        @Nullable LocalDate catchUpOn) {

    /** Days late, or later than explained, that nobody has to speak about: DOMAIN.md §4, the rule of weekly updates. */
    public static final int TOLERATED_DAYS = 3;

    /** What has to be said; the first that holds, in this order. */
    public enum Why {
        /** No reason, or only one from before owners and days were asked for. */
        UNEXPLAINED,
        /** It slipped further than the explanation speaks of. */
        GREW,
        /** A reason, but no plan to catch up. */
        NO_CATCH_UP,
        /** The day of the catch-up plan went by and the finish is still late. */
        CATCH_UP_PASSED
    }

    /** @return calendar days that the finish lies after the promise */
    public int daysLate() {
        return (int) ChronoUnit.DAYS.between(promisedFinishOn, finishOn);
    }

    /** @return what has to be said about it, empty when all is said or the slip is tolerated */
    public Optional<Why> why(LocalDate today) {
        if (daysLate() <= TOLERATED_DAYS) {
            return Optional.empty();
        }
        if (slipDays == null) {
            return Optional.of(Why.UNEXPLAINED);
        }
        if (daysLate() > slipDays + TOLERATED_DAYS) {
            return Optional.of(Why.GREW);
        }
        if (catchUp == null || catchUpOn == null) {
            return Optional.of(Why.NO_CATCH_UP);
        }
        return catchUpOn.isBefore(today) ? Optional.of(Why.CATCH_UP_PASSED) : Optional.empty();
    }
}
