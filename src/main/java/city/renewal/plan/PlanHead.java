package city.renewal.plan;

import java.time.LocalDate;
import java.util.Objects;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/**
 * A plan without its tasks.
 *
 * @param calendarId   the calendar of tasks that have none of their own
 * @param startsOn     nothing begins before it
 * @param statusOn     last day whose progress is known; null for a plan without progress
 * @param followsToday whether the status date moves on every morning
 * @param startOn      first day of the earliest task, null for an empty plan
 * @param finishOn     last day of the latest task, null for an empty plan
 * @param workingDays  from start to finish on the plan's calendar
 * @param sourceFile   name of the file it was imported from, or null
 * @param rateBasis    at which rate what is left of begun work is planned
 * @param revision     grows with every change of plan or progress
 */
public record PlanHead(
        @PropagateNull long projectId,
        long calendarId,
        LocalDate startsOn,
        @Nullable LocalDate statusOn,
        boolean followsToday,
        @Nullable LocalDate startOn,
        @Nullable LocalDate finishOn,
        int workingDays,
        @Nullable String sourceFile,
        RateBasis rateBasis,
        long revision) {

    PlanHead withExtent(@Nullable LocalDate start, @Nullable LocalDate finish, int days) {
        return new PlanHead(projectId, calendarId, startsOn, statusOn, followsToday, start, finish, days, sourceFile,
                rateBasis, revision);
    }

    PlanHead following(LocalDate status) {
        return new PlanHead(projectId, calendarId, startsOn, status, true, startOn, finishOn, workingDays, sourceFile,
                rateBasis, revision);
    }

    PlanHead at(long otherRevision) {
        return new PlanHead(projectId, calendarId, startsOn, statusOn, followsToday, startOn, finishOn, workingDays,
                sourceFile, rateBasis, otherRevision);
    }

    /** @return whether the plan lies between the same days */
    boolean sameExtent(@Nullable LocalDate start, @Nullable LocalDate finish, int days) {
        return Objects.equals(startOn, start) && Objects.equals(finishOn, finish) && workingDays == days;
    }

    PlanHead by(RateBasis basis) {
        return new PlanHead(projectId, calendarId, startsOn, statusOn, followsToday, startOn, finishOn, workingDays,
                sourceFile, basis, revision);
    }
}
