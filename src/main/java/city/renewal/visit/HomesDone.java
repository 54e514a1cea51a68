package city.renewal.visit;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the homes of one work that were done on a day come to in site reports.
 *
 * @param task     the task that they are counted for, null when the plan has it no longer, or no longer in homes
 * @param done     homes that the crews say are done
 * @param left     those of them that no report counts
 * @param reported what all reports of the task for the day come to, whoever wrote them
 * @param slips    reports of the day that count homes of which the crew said later that they are not done
 */
public record HomesDone(VisitWork work, @Nullable WorkTask task, int done, int left, BigDecimal reported,
                        List<Slip> slips) {

    /**
     * A report that counts more homes than are done.
     *
     * @param quantity  what it says
     * @param done      homes of it that are still done
     * @param confirmed whether a supervisor confirmed it, so that it can be corrected; else it still waits
     */
    public record Slip(long reportId, long workId, BigDecimal quantity, int done, boolean confirmed) {
    }
}
