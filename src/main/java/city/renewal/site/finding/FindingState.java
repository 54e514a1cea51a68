package city.renewal.site.finding;

import java.util.EnumSet;
import java.util.Set;

/** Where a finding stands. */
public enum FindingState {
    /** Nobody has been told to put it right (待指派). */
    RAISED,
    /** A party puts it right (整改中). */
    ASSIGNED,
    /** Put right as the party says; waits for the supervisor (待复查). */
    RECTIFIED,
    /** Looked at again and found right (已销项). */
    CLOSED;

    /** In which something is still to be done. */
    public static final Set<FindingState> OPEN = Set.copyOf(EnumSet.complementOf(EnumSet.of(CLOSED)));
    /** In which a due date can be missed: what waits for its re-check is no longer late. */
    static final Set<FindingState> RUNNING = Set.of(RAISED, ASSIGNED);
}
