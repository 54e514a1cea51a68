package city.renewal.plan.interchange;

import city.renewal.schedule.Schedule;
import java.util.List;

/**
 * A document made ready for import: scheduled as it stands, its tasks lie where the file has them.
 *
 * @param document  the document, with the constraints and durations that keep its dates, and every task dated
 * @param schedule  what the scheduler makes of it
 * @param held      tasks that links alone would start earlier; they now start no earlier than stored
 * @param pinned    tasks whose start the links contradict; they are now placed by hand
 * @param stretched tasks whose duration or remaining work was changed so that their finish holds
 * @param moved     names of tasks whose dates could not be kept
 */
public record Placement(
        PlanDocument document,
        Schedule schedule,
        int held,
        int pinned,
        int stretched,
        List<String> moved) {

    public Placement {
        moved = List.copyOf(moved);
    }
}
