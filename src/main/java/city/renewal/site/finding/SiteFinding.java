package city.renewal.site.finding;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something found wrong on site, as it stands. What happened to it is in its {@link FindingStep}s.
 *
 * @param id           also the number that people call it by
 * @param kind         id of a kind of {@code config/findings.yaml}
 * @param severity     id of a severity there
 * @param what         what is wrong
 * @param partyRole    role of the party that puts it right, null while nobody is told to
 * @param organisation name of that party
 * @param dueOn        the last day on which it is in time
 * @param managerOn    from which day on it is the project manager's, as long as it is not put right
 * @param officerOn    from which day on it is the district officer's
 * @param steps        the number of its last step
 * @param raisedBy     name at the time
 * @param changedOn    the day of its last step
 */
public record SiteFinding(
        long id,
        long projectId,
        String projectCode,
        String projectName,
        @Nullable String projectNameEn,
        String kind,
        String severity,
        String what,
        @Nullable Long placeId,
        @Nullable String placeName,
        @Nullable String placeNameEn,
        @Nullable Long taskId,
        @Nullable String taskName,
        @Nullable String taskNameEn,
        FindingState state,
        @Nullable Long partyId,
        @Nullable String partyRole,
        @Nullable String organisation,
        LocalDate dueOn,
        LocalDate managerOn,
        LocalDate officerOn,
        int steps,
        String raisedBy,
        LocalDate raisedOn,
        LocalDate changedOn) {

    public Words project() {
        return new Words(projectName, projectNameEn);
    }

    public @Nullable Words place() {
        return placeName == null ? null : new Words(placeName, placeNameEn);
    }

    public @Nullable Words task() {
        return taskName == null ? null : new Words(taskName, taskNameEn);
    }

    /**
     * @param today in the configured zone
     * @return who has to see to it; {@link FindingLevel#NONE} also for what waits for its re-check
     */
    public FindingLevel level(LocalDate today) {
        if (!FindingState.RUNNING.contains(state) || !today.isAfter(dueOn)) {
            return FindingLevel.NONE;
        }
        return !today.isBefore(officerOn) ? FindingLevel.OFFICER
                : !today.isBefore(managerOn) ? FindingLevel.MANAGER : FindingLevel.HANDLER;
    }

    /** @return calendar days after the due date, 0 when it is not overdue */
    public int daysOverdue(LocalDate today) {
        return level(today) == FindingLevel.NONE ? 0 : (int) ChronoUnit.DAYS.between(dueOn, today);
    }
}
