package city.renewal.programme.commitment;

import city.renewal.base.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A commitment and how it stands.
 *
 * @param present    in its unit, null while nothing is known
 * @param asOf       of which day that is; null where none was published, or nothing was confirmed yet
 * @param source     who says so, null where it is derived
 * @param state          by the newest promise
 * @param reachedOn      the day by which its target was reached: that of the report of the work, or that of which a figure
 *                       speaks; null where it is not reached or nobody knows
 * @param firstState     by the first promise
 * @param firstReachedOn the same for the first target
 * @param projects   what the present value is derived from, by code; empty where it is not
 */
public record CommitmentLine(
        Commitment commitment,
        @Nullable BigDecimal present,
        @Nullable LocalDate asOf,
        @Nullable Words source,
        CommitmentState state,
        @Nullable LocalDate reachedOn,
        CommitmentState firstState,
        @Nullable LocalDate firstReachedOn,
        List<LinkedProject> projects) {

    public CommitmentLine {
        projects = List.copyOf(projects);
    }

    /** @return the same with its withdrawal, if there is one, for its state */
    CommitmentLine asItStands() {
        return commitment.withdrawn() == null ? this : new CommitmentLine(commitment, present, asOf, source,
                CommitmentState.WITHDRAWN, reachedOn, CommitmentState.WITHDRAWN, firstReachedOn, projects);
    }

    /** @return share of the newest target, 0 and up */
    public double share() {
        return present == null ? 0 : present.doubleValue() / commitment.newest().target().doubleValue();
    }

    /** @return the linked projects whose finish lies after the promise in their plans, the latest first */
    public List<LinkedProject> late() {
        return projects.stream().filter(project -> project.standing().late())
                .sorted(Comparator.comparing((LinkedProject project) ->
                        Objects.requireNonNull(project.standing().daysLate())).reversed())
                .toList();
    }
}
