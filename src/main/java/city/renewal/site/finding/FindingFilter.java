package city.renewal.site.finding;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are asked for.
 *
 * @param projectCode  null for every project
 * @param states       at least one
 * @param kind         id, null for every kind
 * @param organisation of the party that puts it right, null for every party and for none
 * @param level        how far they have risen at least; {@link FindingLevel#NONE} for those in time too
 */
public record FindingFilter(
        @Nullable String projectCode,
        Set<FindingState> states,
        @Nullable String kind,
        @Nullable String organisation,
        FindingLevel level) {

    /** Everything that is not closed. */
    public static final FindingFilter OPEN =
            new FindingFilter(null, FindingState.OPEN, null, null, FindingLevel.NONE);

    public FindingFilter withStates(Set<FindingState> wanted) {
        return new FindingFilter(projectCode, wanted, kind, organisation, level);
    }

    public FindingFilter withLevel(FindingLevel wanted) {
        return new FindingFilter(projectCode, states, kind, organisation, wanted);
    }
}
