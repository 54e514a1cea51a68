package city.renewal.visit;

import city.renewal.base.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Work inside homes as somebody means to offer it.
 *
 * @param titles   Chinese is needed
 * @param prepare  what a household does before the crew comes, null for nothing
 * @param workType id of {@link city.renewal.plan.WorkTypes}
 * @param placeIds the buildings, which need households in the register
 * @param taskId   the {@link WorkTask task} of the plan that its homes are counted for, or null
 */
public record NewWork(Words titles, @Nullable Words prepare, String workType, Set<Long> placeIds,
                      @Nullable Long taskId) {

    /** Characters of the title; the English one may have twice as many. */
    public static final int LONGEST_TITLE = 100;
    /** Characters of what to prepare; the English one may have twice as many. */
    public static final int LONGEST_PREPARE = 300;

    public NewWork {
        placeIds = Set.copyOf(placeIds);
    }
}
