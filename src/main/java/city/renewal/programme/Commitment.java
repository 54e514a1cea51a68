package city.renewal.programme;

import city.renewal.base.Words;
import java.util.List;

/**
 * Something that was promised in public.
 *
 * @param district   whether the district promised it, else the city
 * @param indicators the published figures that it is measured by, none when it has no figure
 */
public record Commitment(String id, boolean district, Words name, List<Indicator> indicators) {

    public Commitment {
        indicators = List.copyOf(indicators);
    }
}
