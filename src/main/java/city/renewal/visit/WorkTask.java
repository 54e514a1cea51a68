package city.renewal.visit;

import city.renewal.base.Words;
import org.jspecify.annotations.Nullable;

/**
 * A task of the plan that homes can be counted for: without others below it, and measured in homes.
 *
 * @param code    the planner's own code, or null
 * @param placeId where it is done, null where the plan does not say
 */
public record WorkTask(long id, @Nullable String code, String name, @Nullable String nameEn, @Nullable Long placeId) {

    /** Unit of a task that homes are counted for. */
    public static final String UNIT = "household";

    public Words names() {
        return new Words(name, nameEn);
    }
}
