package city.renewal.matter;

import city.renewal.base.Finding;
import java.util.List;
import java.util.Map;

/**
 * What became of a grid register.
 *
 * @param grids   how many of each kind it has
 * @param retired how many there were before that it does not have
 * @param faults  what is wrong with it, by line; with any, nothing was changed
 */
public record GridImport(Map<GridKind, Integer> grids, int retired, List<Finding> faults) {

    /** Faults named at most; a file of another kind has thousands. */
    static final int MOST_FAULTS = 200;

    public boolean done() {
        return faults.isEmpty();
    }
}
