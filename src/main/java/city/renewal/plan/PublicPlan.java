package city.renewal.plan;

import city.renewal.project.Project;
import java.time.LocalDate;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A project that is open to the public, with the extent of its plan.
 *
 * @param head             null while it has no plan
 * @param promisedFinishOn finish of baseline 1, null while nothing was promised
 */
public record PublicPlan(
        @Nested Project project,
        @Nested("p") @Nullable PlanHead head,
        @Nullable LocalDate promisedFinishOn) {
}
