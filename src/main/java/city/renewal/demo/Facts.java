package city.renewal.demo;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code config/demo/projects.csv}.
 *
 * @param team     id of its line in {@code teams.csv}
 * @param measures by id, only those given; in the units of {@code config/kinds.yaml}
 */
record Facts(
        String code,
        String kind,
        String name,
        String nameEn,
        @Nullable String street,
        @Nullable String community,
        boolean guaranteeWorks,
        String team,
        Map<String, BigDecimal> measures) {

    /** @throws IllegalArgumentException when the project has no such measure */
    BigDecimal measure(String id) {
        BigDecimal found = measures.get(id);
        if (found == null) {
            throw new IllegalArgumentException("Project " + code + " has no measure '" + id + "'");
        }
        return found;
    }
}
