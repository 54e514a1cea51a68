package city.renewal.project.handover;

import java.util.List;

/**
 * What a resident's words are about.
 *
 * @param certain whether they are about one work and no other; else each of them is only possible
 * @param works   ids, in the order of the rules; empty when the words tell nothing
 */
public record WarrantyMatch(boolean certain, List<String> works) {

    public WarrantyMatch {
        works = List.copyOf(works);
    }
}
