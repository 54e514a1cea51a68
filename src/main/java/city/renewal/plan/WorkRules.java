package city.renewal.plan;

import java.time.MonthDay;

/**
 * What rules say of types of work, as configured.
 *
 * @param types         the types of work
 * @param heatingSeason when heating is on every year, so that heating pipes must not be worked at
 */
public record WorkRules(WorkTypes types, Season heatingSeason) {

    /** By law in Tianjin. */
    public static final Season TIANJIN = new Season(MonthDay.of(11, 15), MonthDay.of(3, 15));

    /** The types packed into the program and the season of the law. */
    public static WorkRules usual() {
        return new WorkRules(WorkTypes.packed(), TIANJIN);
    }
}
