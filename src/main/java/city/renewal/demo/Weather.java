package city.renewal.demo;

import java.time.LocalDate;
import java.util.Map;

/** The weather of the demonstration: one for the whole district, after the shares of each month. */
final class Weather {

    private static final String ORDINARY = "sunny";

    private final Map<Integer, Map<String, Double>> shares;

    /** @param shares by month: percent of days by id of the weather */
    Weather(Map<Integer, Map<String, Double>> shares) {
        this.shares = shares;
    }

    String on(LocalDate day) {
        double drawn = Noise.of("weather " + day) * 100;
        for (Map.Entry<String, Double> share : shares.get(day.getMonthValue()).entrySet()) {
            drawn -= share.getValue();
            if (drawn < 0) {
                return share.getKey();
            }
        }
        return ORDINARY;
    }
}
