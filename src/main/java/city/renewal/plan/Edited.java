package city.renewal.plan;

import java.util.List;
import java.util.Set;

/**
 * What an edit made of a plan.
 *
 * @param plan    the whole plan after it, so that nobody has to read it again
 * @param touched ids of the tasks that the edit named or whose dates moved
 * @param added   ids of the tasks that it added, in the order of the tree
 */
public record Edited(PlanSnapshot plan, Set<Long> touched, List<Long> added) {

    public Edited {
        touched = Set.copyOf(touched);
        added = List.copyOf(added);
    }
}
