package city.renewal.site.finding;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One step of a finding. Never changed.
 *
 * @param number       1 for the raising, then one more each
 * @param actor        name at the time
 * @param takenOn      the day of {@code takenAt} in the configured zone
 * @param partyRole    role of the party that the step left in charge, null while nobody is
 * @param organisation name of that party
 * @param dueOn        the due date that the step left
 */
public record FindingStep(
        long id,
        int number,
        FindingAct act,
        long actorId,
        String actor,
        OffsetDateTime takenAt,
        LocalDate takenOn,
        @Nullable String remark,
        @Nullable String partyRole,
        @Nullable String organisation,
        LocalDate dueOn) {
}
