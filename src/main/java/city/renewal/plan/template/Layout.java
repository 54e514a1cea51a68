package city.renewal.plan.template;

import city.renewal.base.Words;
import city.renewal.project.NewPlace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the work of a project is done.
 *
 * @param places buildings, groups of buildings or sections
 * @param zones  in the order that crews move through them; empty for a project in one piece
 */
public record Layout(List<NewPlace> places, List<Zone> zones) {

    /** Metres to which the ends of sections are rounded when a line is divided into so many. */
    private static final int STEP = 10;

    public Layout {
        places = List.copyOf(places);
        zones = List.copyOf(zones);
    }

    /** @return a project in one piece */
    public static Layout whole() {
        return new Layout(List.of(), List.of());
    }

    /**
     * Divides a project into zones: groups of buildings where it has buildings, sections where it has a length, plain
     * parts otherwise. Without names for zones in the template it stays in one piece.
     *
     * @param building name of the building {@code {0}}
     */
    public static Layout of(Map<String, BigDecimal> measures, PlanTemplate template, int count, Words building) {
        Words one = template.zone();
        if (one == null) {
            return whole();
        }
        if (measures.containsKey("buildings")) {
            return groups(measures.get("buildings").intValueExact(),
                    measures.getOrDefault("stairwells", BigDecimal.ZERO).intValueExact(), count, one, template.zones(),
                    building);
        }
        if (measures.containsKey("length")) {
            return sections(measures.get("length").movePointRight(3).intValueExact(), count, one);
        }
        return parts(count, one);
    }

    /** The stairwells are spread evenly, the first buildings having one more where they do not divide. */
    private static Layout groups(int buildings, int stairwells, int count, Words one, @Nullable Words many,
                                 Words building) {
        List<NewPlace> places = new ArrayList<>();
        List<Zone> zones = new ArrayList<>();
        for (int number = 1; number <= buildings; number++) {
            String digits = String.valueOf(number);
            int own = stairwells / buildings + (number <= stairwells % buildings ? 1 : 0);
            places.add(place("building", code("B%02d", number), named(building, digits, digits),
                    own == 0 ? Map.of() : Map.of("stairwells", BigDecimal.valueOf(own))));
        }
        for (int i = 0; i < count; i++) {
            int first = i * buildings / count + 1;
            int last = (i + 1) * buildings / count;
            boolean single = first == last || many == null;
            Words name = named(single ? one : many, String.valueOf(first), String.valueOf(last));
            String code = single ? code("B%02d", first) : code("G%02d", i + 1);
            if (!single) {
                places.add(place("area", code, name, Map.of()));
            }
            zones.add(new Zone(i + 1, code, name,
                    new Zone.Span((first - 1.0) / buildings, (double) last / buildings), Map.of()));
        }
        return new Layout(places, zones);
    }

    private static Layout sections(int metres, int count, Words one) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            ends.add(i == count ? metres : (int) ((long) metres * i / count / STEP * STEP));
        }
        return between(ends, one);
    }

    /** @param ends chainage in metres, ascending, one more than there are sections */
    private static Layout between(List<Integer> ends, Words one) {
        List<NewPlace> places = new ArrayList<>();
        List<Zone> zones = new ArrayList<>();
        int begin = ends.getFirst();
        double metres = ends.getLast() - (double) begin;
        for (int i = 0; i + 1 < ends.size(); i++) {
            int from = ends.get(i);
            int to = ends.get(i + 1);
            Words name = named(one, chainage(from), chainage(to));
            places.add(new NewPlace("section", chainage(from), name.zh(), name.en(),
                    BigDecimal.valueOf(from), BigDecimal.valueOf(to), Map.of()));
            zones.add(new Zone(i + 1, chainage(from), name,
                    new Zone.Span((from - begin) / metres, (to - begin) / metres), Map.of()));
        }
        return new Layout(places, zones);
    }

    /** @return a line cut into sections of one length; the last is shorter where the length does not divide it */
    public static Layout ofSections(Chainage chainage, PlanTemplate template) {
        Words one = template.zone();
        if (one == null) {
            return whole();
        }
        List<Integer> ends = new ArrayList<>();
        for (int at = chainage.from(); at < chainage.to(); at += chainage.section()) {
            ends.add(at);
        }
        ends.add(chainage.to());
        return between(ends, one);
    }

    /** @return a zone for each building, which shares each measure as its own facts say */
    public static Layout ofBuildings(List<Building> buildings, PlanTemplate template) {
        Words one = template.zone();
        if (one == null) {
            return whole();
        }
        Map<String, List<Zone.Span>> spans = new HashMap<>();
        for (String measure : Building.MEASURES) {
            List<BigDecimal> amounts = buildings.stream().map(building -> building.measures().get(measure)).toList();
            if (amounts.stream().anyMatch(amount -> amount.signum() > 0)) {
                spans.put(measure, Zone.Span.of(amounts));
            }
        }
        List<Zone.Span> equal = Zone.Span.of(buildings.stream().map(each -> BigDecimal.ONE).toList());
        List<NewPlace> places = new ArrayList<>();
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < buildings.size(); i++) {
            Building building = buildings.get(i);
            Words name = named(one, building.number(), building.number());
            Map<String, Zone.Span> shares = new HashMap<>();
            for (Map.Entry<String, List<Zone.Span>> measure : spans.entrySet()) {
                shares.put(measure.getKey(), measure.getValue().get(i));
            }
            places.add(place("building", building.placeCode(), name, building.measures()));
            zones.add(new Zone(i + 1, building.placeCode(), name, equal.get(i), shares));
        }
        return new Layout(places, zones);
    }

    /** @return so many equal parts, which are only counted */
    public static Layout ofParts(int count, PlanTemplate template) {
        return template.zone() == null ? whole() : parts(count, template.zone());
    }

    private static Layout parts(int count, Words one) {
        List<NewPlace> places = new ArrayList<>();
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String number = String.valueOf(i + 1);
            Words name = named(one, number, number);
            places.add(place("area", code("G%02d", i + 1), name, Map.of()));
            zones.add(new Zone(i + 1, code("G%02d", i + 1), name,
                    new Zone.Span((double) i / count, (i + 1.0) / count), Map.of()));
        }
        return new Layout(places, zones);
    }

    private static NewPlace place(String kind, String code, Words name, Map<String, BigDecimal> measures) {
        return new NewPlace(kind, code, name.zh(), name.en(), null, null, measures);
    }

    /** @return the way chainage is written, such as {@code K2+400} */
    static String chainage(int metres) {
        return String.format(Locale.ROOT, "K%d+%03d", metres / 1000, metres % 1000);
    }

    private static String code(String pattern, int number) {
        return String.format(Locale.ROOT, pattern, number);
    }

    private static Words named(Words pattern, String first, String second) {
        return new Words(filled(pattern.zh(), first, second),
                pattern.en() == null ? null : filled(pattern.en(), first, second));
    }

    /** Fills a pattern of the configuration: {@code {0}} and {@code {1}} stand for the two texts. */
    public static String filled(String pattern, String first, String second) {
        return pattern.replace("{0}", first).replace("{1}", second);
    }
}
