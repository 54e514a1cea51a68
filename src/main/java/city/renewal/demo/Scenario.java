package city.renewal.demo;

import city.renewal.site.PauseReason;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens in one project, in days from the day of the demonstration. The keys are those of
 * {@code config/demo/scenarios.yaml}, which explains them.
 *
 * @param pace        share of the planned duration needed, by trade
 * @param waits       working days by which an item begins late
 * @param silentDays  days up to today without a report
 * @param pause       why nobody works since then, or null
 * @param unconfirmed days whose reports still wait, 1 to 3
 */
record Scenario(
        Anchor anchor,
        int zones,
        Set<String> items,
        Map<String, Double> pace,
        Map<String, Double> waits,
        List<Stoppage> stoppages,
        int silentDays,
        @Nullable PauseReason pause,
        int unconfirmed,
        boolean returned,
        List<Reason> reasons) {

    /** What ties a project to the calendar. Exactly one of the three is given. */
    record Anchor(@Nullable Integer finishIn, @Nullable Integer startIn, @Nullable MonthDay seasonStart) {
    }

    /**
     * @param from    first day, relative to today
     * @param to      last day, relative to today
     * @param outdoor whether only work outdoors stops
     * @param weather id of the weather on these days
     */
    record Stoppage(int from, int to, boolean outdoor, String weather) {
    }

    /**
     * @param givenDaysAgo when it was published
     * @param item         the item that slipped, or null for the project
     */
    record Reason(String category, int givenDaysAgo, @Nullable String item, String zh, String en, String catchUp) {
    }

    double paceOf(String trade) {
        return pace.getOrDefault(trade, pace.getOrDefault("all", 1.0));
    }

    int waitOf(String item) {
        return waits.getOrDefault(item, 0.0).intValue();
    }
}
