package city.renewal.plan.baseline;

import city.renewal.schedule.WorkingTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One task in two versions of a plan.
 *
 * @param left  null when the task is only in the right version
 * @param right null when the task is only in the left version; never null together with {@code left}
 */
public record PlanDifference(@Nullable PlanLine left, @Nullable PlanLine right) {

    /** What became of a task from left to right. */
    public enum Kind {
        ADDED,
        DROPPED,
        CHANGED,
        UNCHANGED
    }

    private static final BigDecimal DAY = BigDecimal.valueOf(WorkingTime.days(1));

    public PlanDifference {
        if (left == null && right == null) {
            throw new IllegalArgumentException("A task is in one version at least");
        }
    }

    /** @return the task in the right version, or in the left one when it was dropped */
    public PlanLine line() {
        return right == null ? Objects.requireNonNull(left) : right;
    }

    /** @return whether it was a summary on either side, so that it only follows the tasks below it */
    public boolean summary() {
        return (left != null && left.summary()) || (right != null && right.summary());
    }

    public Kind kind() {
        if (left == null) {
            return Kind.ADDED;
        }
        if (right == null) {
            return Kind.DROPPED;
        }
        boolean same = startDays() == 0 && finishDays() == 0 && durationDays().signum() == 0 && !quantityChanged();
        return same ? Kind.UNCHANGED : Kind.CHANGED;
    }

    /** @return calendar days from the left start to the right one; 0 for what is in one version only */
    public int startDays() {
        return left == null || right == null ? 0 : (int) ChronoUnit.DAYS.between(left.startOn(), right.startOn());
    }

    /** @return calendar days from the left finish to the right one; 0 for what is in one version only */
    public int finishDays() {
        return left == null || right == null ? 0 : (int) ChronoUnit.DAYS.between(left.finishOn(), right.finishOn());
    }

    /** @return working days that the right version has more; 0 for what is in one version only */
    public BigDecimal durationDays() {
        return left == null || right == null
                ? BigDecimal.ZERO
                : BigDecimal.valueOf((long) right.durationMinutes() - left.durationMinutes())
                        .divide(DAY, 2, RoundingMode.HALF_UP);
    }

    /** @return what the right version has more, in its unit; null where the two cannot be subtracted */
    public @Nullable BigDecimal quantity() {
        if (left == null || right == null || left.quantity() == null || right.quantity() == null || !sameUnit()) {
            return null;
        }
        return right.quantity().subtract(left.quantity());
    }

    /** @return whether both versions say how much, and not the same */
    public boolean quantityChanged() {
        if (left == null || right == null || left.quantity() == null || right.quantity() == null) {
            return false;
        }
        return !sameUnit() || left.quantity().compareTo(right.quantity()) != 0;
    }

    private boolean sameUnit() {
        String before = left == null ? null : left.unit();
        String after = right == null ? null : right.unit();
        return before == null || after == null || before.equals(after);
    }

    /** @return by how many days the end that moved more did; what was added or dropped is more than any */
    public int size() {
        return left == null || right == null
                ? Integer.MAX_VALUE
                : Math.max(Math.abs(startDays()), Math.abs(finishDays()));
    }

    /** @return the same seen from the other side */
    public PlanDifference reversed() {
        return new PlanDifference(right, left);
    }
}
