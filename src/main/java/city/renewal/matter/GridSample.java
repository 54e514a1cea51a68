package city.renewal.matter;

import city.renewal.base.CsvText;
import java.util.List;
import java.util.Locale;

/**
 * A made-up register of any size, to try the routing at that of a whole district. Full grids are parts of communities,
 * micro-grids are stairwells in them, dedicated grids are single sites.
 *
 * @param full      full grids, at least 1
 * @param micro     micro-grids
 * @param dedicated dedicated grids
 */
public record GridSample(int full, int micro, int dedicated) {

    /** As published: 1,441 full grids, 14,000 micro-grids and 682 dedicated grids (蔷薇工程). */
    public static final GridSample PUBLISHED = new GridSample(1_441, 14_000, 682);

    private static final int STAIRWELLS = 4;

    /** @throws IllegalArgumentException when a number is below 0, or there is no full grid */
    public GridSample {
        if (full < 1 || micro < 0 || dedicated < 0) {
            throw new IllegalArgumentException("There is no register of " + full + ", " + micro + " and " + dedicated);
        }
    }

    /** @param workers logins of community workers, who get the full grids in turn; may be none */
    public byte[] csv(List<String> workers) {
        CsvText csv = new CsvText().row(List.of("code", "kind", "name", "parent", "worker", "street", "community",
                "project", "buildings", "stairwells"));
        for (int i = 0; i < full; i++) {
            String worker = workers.isEmpty() ? "" : workers.get(i % workers.size());
            csv.row(List.of(code("F", i), "FULL", name("Full grid", i), "", worker, "", name("Community", i),
                    project(i), "", ""));
        }
        for (int i = 0; i < micro; i++) {
            int parent = i % full;
            int stairwell = i / full;
            csv.row(List.of(code("M", i), "MICRO", name("Micro-grid", i), code("F", parent), "", "", "",
                    project(parent), String.format(Locale.ROOT, "B%02d", stairwell / STAIRWELLS + 1),
                    String.valueOf(stairwell % STAIRWELLS + 1)));
        }
        for (int i = 0; i < dedicated; i++) {
            csv.row(List.of(code("D", i), "DEDICATED", name("Dedicated grid", i), code("F", i % full), "", "", "",
                    code("SITE", i), "", ""));
        }
        return csv.bytes();
    }

    /** @return the code of the project that the full grid covers */
    static String project(int full) {
        return code("SAMPLE", full);
    }

    private static String code(String letters, int number) {
        return String.format(Locale.ROOT, "%s%05d", letters, number + 1);
    }

    private static String name(String word, int number) {
        return String.format(Locale.ROOT, "%s %d", word, number + 1);
    }
}
