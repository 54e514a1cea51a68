package city.renewal.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place as grids cover it: a stairwell, a building, a project, a community or a street.
 *
 * @param street    name, or null
 * @param community name, or null
 * @param project   code, or null
 * @param building  code of a place of the project, or null
 * @param stairwell number or name, or null
 */
public record GridPlace(@Nullable String street, @Nullable String community, @Nullable String project,
                        @Nullable String building, @Nullable String stairwell) {

    /** @return the place and those it lies in as the register writes them, the smallest first */
    List<String> covers() {
        List<String> covers = new ArrayList<>();
        if (project != null) {
            if (building != null && stairwell != null) {
                covers.add(project + "/" + building + "/" + stairwell);
            }
            if (building != null) {
                covers.add(project + "/" + building);
            }
            covers.add(project);
        }
        if (community != null) {
            covers.add("community:" + community);
        }
        if (street != null) {
            covers.add("street:" + street);
        }
        return covers.stream().map(each -> each.toUpperCase(Locale.ROOT)).toList();
    }
}
