package city.renewal.project.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An acceptance to be recorded.
 *
 * @param placeId   the place of the project that was looked at, null for all of it
 * @param heldOn    today or earlier
 * @param residents how many representatives of residents took part
 * @param members   the organisations that took part
 * @param remark    for the desk, at most {@link Handovers#LONGEST_REMARK} characters; no residents' names
 * @param remaining what is open and is left to be done after an acceptance; every open item is needed here for one
 * @param corrects  the acceptance that this one corrects, or null
 * @param why       what was wrong with it; null without one
 */
public record NewAcceptance(
        long projectId,
        @Nullable Long placeId,
        LocalDate heldOn,
        boolean accepted,
        int residents,
        List<AcceptanceMember> members,
        @Nullable String remark,
        Set<OpenItem.Key> remaining,
        @Nullable Long corrects,
        @Nullable String why) {

    public NewAcceptance {
        members = List.copyOf(members);
        remaining = Set.copyOf(remaining);
    }
}
