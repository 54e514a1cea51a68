package city.renewal.plan.conflict;

import java.math.BigDecimal;
import org.jdbi.v3.core.mapper.PropagateNull;

/**
 * Where a project lies along a road.
 *
 * @param road    name of the road, at most {@link #LONGEST_ROAD} characters; the same road by the same name
 * @param from    metres from the road's beginning to where the project's own chainage begins
 * @param to      metres from the road's beginning to where the project ends, after {@code from}
 * @param newRoad whether its surface is a new road, protected for 5 years, rather than an overhaul, for 3
 *                (城市道路管理条例 33)
 */
public record RoadPosition(@PropagateNull String road, BigDecimal from, BigDecimal to, boolean newRoad) {

    /** Characters of a road's name. */
    public static final int LONGEST_ROAD = 100;
}
