package city.renewal.demo;

import city.renewal.base.Words;
import city.renewal.schedule.WorkingTime;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a made-up plan.
 *
 * @param key       unique in the plan, counting up down the tree
 * @param parentKey the summary it belongs to, or null
 * @param item      what is done, null for the summary of a group
 * @param zone      where, null for the whole project
 * @param days      working days as planned, 0 for summaries and milestones
 * @param quantity  planned, above 0
 * @param people    at work in all crews together
 */
record PlanLine(
        int key,
        @Nullable Integer parentKey,
        @Nullable WorkItem item,
        @Nullable Zone zone,
        boolean summary,
        String code,
        Words name,
        @Nullable String publicName,
        @Nullable String itemClass,
        int days,
        BigDecimal quantity,
        String unit,
        int people) {

    boolean milestone() {
        return item != null && item.is(WorkItem.Spread.MILESTONE);
    }

    String calendar() {
        return item == null ? DemoCalendars.SITE : item.calendar();
    }

    int minutes() {
        return WorkingTime.days(days);
    }
}
