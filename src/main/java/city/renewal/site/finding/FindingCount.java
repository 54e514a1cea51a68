package city.renewal.site.finding;

import city.renewal.base.Words;
import org.jspecify.annotations.Nullable;

/**
 * How many findings a party has in a project, or sums of such.
 *
 * @param organisation null for findings that nobody was told to put right
 * @param overdue      of those raised or assigned; {@code manager} and {@code officer} have risen so far and are part of it
 */
public record FindingCount(
        String projectCode,
        String projectName,
        @Nullable String projectNameEn,
        @Nullable String organisation,
        int raised,
        int assigned,
        int rectified,
        int closed,
        int overdue,
        int manager,
        int officer) {

    public Words project() {
        return new Words(projectName, projectNameEn);
    }

    /** @return how many are not closed */
    public int open() {
        return raised + assigned + rectified;
    }

    /** @return both together, under the names of this one */
    public FindingCount plus(FindingCount other) {
        return new FindingCount(projectCode, projectName, projectNameEn, organisation, raised + other.raised,
                assigned + other.assigned, rectified + other.rectified, closed + other.closed,
                overdue + other.overdue, manager + other.manager, officer + other.officer);
    }
}
