package city.renewal.plan.interchange;

import city.renewal.schedule.ConstraintType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What holds a task besides its links.
 *
 * @param type a task scheduled by hand is {@link ConstraintType#PINNED}
 * @param date null exactly for the types that need none
 */
public record PlanConstraint(ConstraintType type, @Nullable LocalDate date) {

    /** As soon as the links allow. */
    public static final PlanConstraint NONE = new PlanConstraint(ConstraintType.AS_SOON_AS_POSSIBLE, null);

    public PlanConstraint {
        if (type.needsDate() != (date != null)) {
            throw new IllegalArgumentException("Constraint " + type + " with date " + date);
        }
    }
}
