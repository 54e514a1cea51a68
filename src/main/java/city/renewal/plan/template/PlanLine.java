package city.renewal.plan.template;

import city.renewal.base.Words;
import city.renewal.schedule.WorkingTime;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a broken-down plan.
 *
 * @param key       unique in the plan, counting up down the tree
 * @param parentKey the summary it belongs to, or null
 * @param item      what is done, null for the summary of a group
 * @param zone      where, null for the whole project
 * @param minutes   working minutes as planned, 0 for summaries and milestones
 * @param quantity  planned, above 0
 * @param people    at work in all crews together
 * @param weight    in the project relative to others, null to weigh it by its duration
 * @param notes     of the planner, or null
 */
public record PlanLine(
        int key,
        @Nullable Integer parentKey,
        @Nullable WorkItem item,
        @Nullable Zone zone,
        boolean summary,
        String code,
        Words name,
        @Nullable String publicName,
        @Nullable String itemClass,
        int minutes,
        BigDecimal quantity,
        String unit,
        int people,
        @Nullable BigDecimal weight,
        @Nullable String notes) {

    public boolean milestone() {
        return item != null && item.is(WorkItem.Spread.MILESTONE);
    }

    public String calendar() {
        return item == null ? SiteCalendars.SITE : item.calendar();
    }

    /** @return working days begun, 0 for summaries and milestones */
    public int days() {
        return Math.ceilDiv(minutes, WorkingTime.days(1));
    }
}
