package city.renewal.demo;

import city.renewal.base.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How projects of one kind are planned.
 *
 * @param zone  name of a zone of one building or section; {@code {0}} and {@code {1}} are its ends
 * @param zones name of a zone of several buildings, or null
 * @param task  name of a zone's task: {@code {0}} is the zone, {@code {1}} the item
 */
record WorkCatalogue(
        @Nullable Words zone,
        @Nullable Words zones,
        @Nullable Words task,
        List<Group> groups,
        List<WorkItem> items) {

    /** @param itemClass {@code BASIC}, {@code IMPROVEMENT}, {@code UPGRADE} or null */
    record Group(String id, Words name, @Nullable String itemClass) {
    }

    /**
     * @return the items that every project has and those that were chosen, in the order of the catalogue
     * @throws IllegalArgumentException when a chosen one is not in the catalogue
     */
    List<WorkItem> items(Set<String> chosen) {
        chosen.forEach(id -> {
            if (items.stream().noneMatch(item -> item.id().equals(id))) {
                throw new IllegalArgumentException("No work item '" + id + "'");
            }
        });
        return items.stream().filter(item -> !item.chosen() || chosen.contains(item.id())).toList();
    }
}
