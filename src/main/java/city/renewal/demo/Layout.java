package city.renewal.demo;

import city.renewal.base.Words;
import city.renewal.project.NewPlace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the work of a project is done.
 *
 * @param places buildings, groups of buildings or sections
 * @param zones  in the order that crews move through them; empty for a project in one piece
 */
record Layout(List<NewPlace> places, List<Zone> zones) {

    /** Metres to which the ends of sections are rounded. */
    private static final int STEP = 10;

    /**
     * Divides a project into zones: groups of buildings where it has buildings, sections where it has a length, plain
     * parts otherwise. Without names for zones in the catalogue it stays in one piece.
     */
    static Layout of(Facts facts, WorkCatalogue catalogue, int count, Words building) {
        Words one = catalogue.zone();
        if (one == null) {
            return new Layout(List.of(), List.of());
        }
        if (facts.measures().containsKey("buildings")) {
            return buildings(facts.measure("buildings").intValueExact(), count, one, catalogue.zones(), building);
        }
        if (facts.measures().containsKey("length")) {
            return sections(facts.measure("length").movePointRight(3).intValueExact(), count, one);
        }
        return parts(count, one);
    }

    private static Layout buildings(int buildings, int count, Words one, @Nullable Words many, Words building) {
        List<NewPlace> places = new ArrayList<>();
        List<Zone> zones = new ArrayList<>();
        for (int number = 1; number <= buildings; number++) {
            String digits = String.valueOf(number);
            places.add(place("building", code("B%02d", number), named(building, digits, digits)));
        }
        for (int i = 0; i < count; i++) {
            int first = i * buildings / count + 1;
            int last = (i + 1) * buildings / count;
            boolean single = first == last || many == null;
            Words name = named(single ? one : many, String.valueOf(first), String.valueOf(last));
            String code = single ? code("B%02d", first) : code("G%02d", i + 1);
            if (!single) {
                places.add(place("area", code, name));
            }
            zones.add(new Zone(i + 1, code, name, (first - 1.0) / buildings, (double) last / buildings));
        }
        return new Layout(places, zones);
    }

    private static Layout sections(int metres, int count, Words one) {
        List<NewPlace> places = new ArrayList<>();
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = end(i, count, metres);
            int to = end(i + 1, count, metres);
            Words name = named(one, chainage(from), chainage(to));
            places.add(new NewPlace("section", chainage(from), name.zh(), name.en(),
                    BigDecimal.valueOf(from), BigDecimal.valueOf(to)));
            zones.add(new Zone(i + 1, chainage(from), name, (double) from / metres, (double) to / metres));
        }
        return new Layout(places, zones);
    }

    private static int end(int section, int count, int metres) {
        return section == count ? metres : (int) ((long) metres * section / count / STEP * STEP);
    }

    private static Layout parts(int count, Words one) {
        List<NewPlace> places = new ArrayList<>();
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String number = String.valueOf(i + 1);
            Words name = named(one, number, number);
            places.add(place("area", code("G%02d", i + 1), name));
            zones.add(new Zone(i + 1, code("G%02d", i + 1), name, (double) i / count, (i + 1.0) / count));
        }
        return new Layout(places, zones);
    }

    private static NewPlace place(String kind, String code, Words name) {
        return new NewPlace(kind, code, name.zh(), name.en(), null, null);
    }

    /** @return the way chainage is written, such as {@code K2+400} */
    private static String chainage(int metres) {
        return String.format(Locale.ROOT, "K%d+%03d", metres / 1000, metres % 1000);
    }

    private static String code(String pattern, int number) {
        return String.format(Locale.ROOT, pattern, number);
    }

    private static Words named(Words pattern, String first, String second) {
        return new Words(filled(pattern.zh(), first, second),
                pattern.en() == null ? null : filled(pattern.en(), first, second));
    }

    /** Fills a pattern of {@code config/demo}: {@code {0}} and {@code {1}} stand for the two texts. */
    static String filled(String pattern, String first, String second) {
        return pattern.replace("{0}", first).replace("{1}", second);
    }
}
