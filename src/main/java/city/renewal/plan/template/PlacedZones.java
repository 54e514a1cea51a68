package city.renewal.plan.template;

import city.renewal.project.Place;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The zones of a project that exists, found in its places. */
final class PlacedZones {

    private final List<Place> places;
    private final Map<String, Map<String, BigDecimal>> sizes;

    /** @param sizes what is known of the places, by code and measure */
    PlacedZones(List<Place> places, Map<String, Map<String, BigDecimal>> sizes) {
        this.places = places;
        this.sizes = sizes;
    }

    /** @return the places among these, in the order of the project; their position is the zone's number less one */
    List<Place> among(Set<Long> ids) {
        return places.stream().filter(place -> ids.contains(place.id())).toList();
    }

    /**
     * @param zones   the places that are zones
     * @param measure null for equal shares
     * @return how the zones share the measure, null when a size is not known
     */
    @Nullable List<Zone.Span> spans(List<Place> zones, @Nullable String measure) {
        if (zones.stream().allMatch(zone -> zone.chainageFrom() != null && zone.chainageTo() != null)) {
            return Zone.Span.of(zones.stream().map(PlacedZones::metres).toList());
        }
        if (measure == null || measure.equals("buildings")) {
            return Zone.Span.of(zones.stream().map(zone -> BigDecimal.ONE).toList());
        }
        Map<String, BigDecimal> amounts = new HashMap<>();
        for (Place zone : zones) {
            BigDecimal amount = sizes.getOrDefault(zone.code(), Map.of()).get(measure);
            if (amount == null) {
                return sizes.isEmpty() ? spans(zones, null) : null;
            }
            amounts.put(zone.code(), amount);
        }
        return Zone.Span.of(zones.stream().map(zone -> amounts.get(zone.code())).toList());
    }

    private static BigDecimal metres(Place zone) {
        BigDecimal from = zone.chainageFrom();
        BigDecimal to = zone.chainageTo();
        return from == null || to == null ? BigDecimal.ONE : to.subtract(from);
    }
}
