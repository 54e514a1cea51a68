package city.renewal.project;

/**
 * What coordinates refer to. A map used in China that does not name it is most likely GCJ-02, which lies some hundreds
 * of metres beside the others.
 */
public enum Datum {
    /** Satellite navigation, and what cameras write. */
    WGS_84,
    /** China's national datum (天地图); within a metre of WGS 84. */
    CGCS_2000,
    /** What map services in China show (高德, 腾讯). */
    GCJ_02;

    /** The ellipsoid of Krasovsky 1940, by which GCJ-02 is reckoned. */
    private static final double AXIS = 6_378_245.0;
    private static final double ECCENTRICITY = 0.006_693_421_622_965_943;
    private static final double MIDDLE_LATITUDE = 35;
    private static final double MIDDLE_LONGITUDE = 105;
    /** Each step leaves about a hundredth of the error. */
    private static final int STEPS = 4;

    /** Degrees north and east. */
    record Degrees(double latitude, double longitude) {
    }

    /** @return the same place in WGS 84, to a metre */
    Degrees toWgs84(double latitude, double longitude) {
        if (this != GCJ_02) {
            return new Degrees(latitude, longitude);
        }
        Degrees guess = new Degrees(latitude, longitude);
        for (int step = 0; step < STEPS; step++) {
            Degrees shown = toGcj02(guess.latitude(), guess.longitude());
            guess = new Degrees(guess.latitude() + latitude - shown.latitude(),
                    guess.longitude() + longitude - shown.longitude());
        }
        return guess;
    }

    /** The published approximation of GCJ-02: polynomials and sines of the distance from 35° N, 105° E. */
    static Degrees toGcj02(double latitude, double longitude) {
        double x = longitude - MIDDLE_LONGITUDE;
        double y = latitude - MIDDLE_LATITUDE;
        double waves = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
        double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + waves
                + (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3
                + (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y * Math.PI / 30)) * 2 / 3;
        double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + waves
                + (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3
                + (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
        double sine = Math.sin(Math.toRadians(latitude));
        double bend = 1 - ECCENTRICITY * sine * sine;
        double metresNorth = AXIS * (1 - ECCENTRICITY) / (bend * Math.sqrt(bend)) * Math.PI / 180;
        double metresEast = AXIS / Math.sqrt(bend) * Math.cos(Math.toRadians(latitude)) * Math.PI / 180;
        return new Degrees(latitude + north / metresNorth, longitude + east / metresEast);
    }
}
