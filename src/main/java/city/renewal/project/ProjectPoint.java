package city.renewal.project;

import city.renewal.base.Refusal;
import java.math.BigDecimal;
import org.jdbi.v3.core.mapper.PropagateNull;

/**
 * Where a project lies.
 *
 * @param latitude    degrees north in the datum, to six decimals; within China's bounds, see {@link #checked}
 * @param longitude   degrees east
 * @param reachMetres how far from the point work is still the project's, {@link #LEAST_REACH} to {@link #MOST_REACH}:
 *                    half the length of a road, the far corner of a compound
 */
public record ProjectPoint(@PropagateNull BigDecimal latitude, BigDecimal longitude, Datum datum, int reachMetres) {

    public static final int LEAST_REACH = 10;
    public static final int MOST_REACH = 50_000;
    /** What a telephone between houses is off at times. */
    static final int TOLERATED_METRES = 200;

    private static final double EARTH_METRES = 6_371_000;
    private static final int DECIMALS = 6;
    private static final int SOUTH = 3;
    private static final int NORTH = 54;
    private static final int WEST = 73;
    private static final int EAST = 136;

    /** @throws Refusal when it does not lie in China, is finer than six decimals, or the reach is absurd */
    ProjectPoint checked() {
        if (!within(latitude, SOUTH, NORTH) || !within(longitude, WEST, EAST)) {
            throw new Refusal("project.point.outside");
        }
        if (reachMetres < LEAST_REACH || reachMetres > MOST_REACH) {
            throw new Refusal("project.point.reach", LEAST_REACH, MOST_REACH);
        }
        return this;
    }

    private static boolean within(BigDecimal degrees, int least, int most) {
        return degrees.compareTo(BigDecimal.valueOf(least)) >= 0 && degrees.compareTo(BigDecimal.valueOf(most)) <= 0
                && degrees.stripTrailingZeros().scale() <= DECIMALS;
    }

    /**
     * How far outside of the project a photo was taken. Cameras write WGS 84; some telephones sold in China write
     * GCJ-02 and do not say so. The photo gets the benefit of the doubt: the nearer of the two counts.
     *
     * @return metres beyond the reach and what is tolerated of a telephone, 0 for within
     */
    public int metresOutside(BigDecimal photoLatitude, BigDecimal photoLongitude) {
        double north = photoLatitude.doubleValue();
        double east = photoLongitude.doubleValue();
        Datum.Degrees own = datum.toWgs84(latitude.doubleValue(), longitude.doubleValue());
        double metres = Math.min(metres(own, new Datum.Degrees(north, east)),
                metres(own, Datum.GCJ_02.toWgs84(north, east)));
        return (int) Math.max(0, Math.round(metres - reachMetres - TOLERATED_METRES));
    }

    private static double metres(Datum.Degrees one, Datum.Degrees other) {
        double north = Math.toRadians(other.latitude() - one.latitude());
        double east = Math.toRadians(other.longitude() - one.longitude());
        double half = Math.pow(Math.sin(north / 2), 2) + Math.cos(Math.toRadians(one.latitude()))
                * Math.cos(Math.toRadians(other.latitude())) * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
