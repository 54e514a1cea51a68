package city.renewal.demo;

import city.renewal.base.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of work of a catalogue {@code config/demo/works/KIND.yaml}.
 *
 * @param chosen     whether only projects that name it have it
 * @param workType   an id of {@code config/work-types.yaml}, or null
 * @param publicName what residents read, or null for the name
 * @param measure    the project's measure that the quantity follows, or null for a fixed quantity
 * @param per        quantity for one of the measure, or the fixed quantity
 * @param rate       quantity that one crew does in a working day
 * @param within     working days wanted for the whole item, from which the crews follow; 0 for one crew
 * @param crew       people in a crew
 */
record WorkItem(
        String id,
        String group,
        Spread spread,
        boolean chosen,
        Words name,
        @Nullable String publicName,
        @Nullable String workType,
        String trade,
        String calendar,
        @Nullable String measure,
        double per,
        String unit,
        double rate,
        double within,
        int crew,
        List<Predecessor> after) {

    /** How an item becomes tasks. */
    enum Spread {
        /** One task. */
        WHOLE,
        /** A summary with a task for each zone, worked one after the other. */
        ZONE,
        /** A moment without duration. */
        MILESTONE
    }

    boolean is(Spread other) {
        return spread == other;
    }
}
