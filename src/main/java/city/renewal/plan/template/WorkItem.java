package city.renewal.plan.template;

import city.renewal.base.Words;
import city.renewal.plan.TaskInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of work of a template.
 *
 * @param id         unique in the template; small letters, digits and hyphens
 * @param group      the group it lies in, null at the top
 * @param itemClass  {@code BASIC}, {@code IMPROVEMENT}, {@code UPGRADE}, or null for its group's
 * @param publicName what residents read, or null for the name
 * @param workType   an id of {@code config/work-types.yaml}, or null
 * @param calendar   an id of {@code config/templates/calendars.yaml}
 * @param chained    whether its zones are worked one after the other
 * @param remarks    what its tasks weigh and what is noted of them
 */
public record WorkItem(
        String id,
        @Nullable String group,
        @Nullable String itemClass,
        Spread spread,
        Choice choice,
        Words name,
        @Nullable String publicName,
        @Nullable String workType,
        String trade,
        String calendar,
        Amount amount,
        Effort effort,
        boolean chained,
        List<Predecessor> after,
        Remarks remarks) {

    public WorkItem {
        after = List.copyOf(after);
    }

    /** How an item becomes tasks. */
    public enum Spread {
        /** One task. */
        WHOLE,
        /** A summary with a task for each zone, worked one after the other. */
        ZONE,
        /** A moment without duration. */
        MILESTONE
    }

    /** Which projects have an item. */
    public enum Choice {
        /** Every one. */
        ALWAYS,
        /** Those that choose it. */
        OPTIONAL,
        /** Those that choose it, as most do. */
        USUAL
    }

    /**
     * How much there is to do.
     *
     * @param measure  the project's measure that it follows, or null for a fixed amount
     * @param per      for one of the measure, or the fixed amount
     * @param unit     id of a unit
     * @param decimals to which amounts are rounded, 0 to 3
     * @param parts    shares of the zones, in any scale, for as many zones as there are numbers; empty to follow the
     *                 measure
     */
    public record Amount(@Nullable String measure, double per, String unit, int decimals, List<Double> parts) {

        static final Amount NONE = new Amount(null, 0, "", 0, List.of());

        public Amount {
            parts = List.copyOf(parts);
        }
    }

    /**
     * How long it takes.
     *
     * @param rate   quantity that one crew does in a working day
     * @param within working days wanted for the whole item, from which the crews follow; 0 for one crew
     * @param crew   people in a crew
     * @param team   name of the crew, null to have it named after the item
     * @param days   working days of the zones, or of the whole, for as many as there are numbers; empty to follow
     *               the rate
     */
    public record Effort(double rate, double within, int crew, @Nullable String team, List<Double> days) {

        static final Effort NONE = new Effort(0, 0, 1, null, List.of());

        public Effort {
            days = List.copyOf(days);
        }
    }

    /**
     * @param weights of the zones' tasks, or of the whole, for as many as there are numbers; for another number of zones
     *                their mean; empty to weigh tasks by their durations
     * @param notes   of the planner on the item itself, or null
     * @param zones   notes on the zones' tasks, for as many zones as there are texts, empty where there is none
     */
    public record Remarks(List<BigDecimal> weights, @Nullable String notes, List<String> zones) {

        static final Remarks NONE = new Remarks(List.of(), null, List.of());

        public Remarks {
            weights = List.copyOf(weights);
            zones = List.copyOf(zones);
        }

        /** @return what the task of a zone weighs, or null; {@code number} from 1 of so many, both 1 for the whole */
        @Nullable BigDecimal weight(int number, int of) {
            if (weights.isEmpty()) {
                return null;
            }
            return weights.size() == of ? weights.get(number - 1)
                    : weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                            .divide(BigDecimal.valueOf(weights.size()), TaskInput.QUANTITY_SCALE, RoundingMode.HALF_UP);
        }

        /** @return the note on the task of a zone, or null */
        @Nullable String zone(int number, int of) {
            return zones.size() != of || zones.get(number - 1).isEmpty() ? null : zones.get(number - 1);
        }
    }

    public boolean is(Spread other) {
        return spread == other;
    }
}
