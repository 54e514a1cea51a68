package city.renewal.project;

import city.renewal.base.Words;
import java.util.List;

/**
 * A sort of project, from {@code config/kinds.yaml}.
 *
 * @param id       stable: {@code compound}, {@code road} …
 * @param measures in the order they are shown; the first is the main one
 * @param stages   in the order they are reached
 */
public record Kind(String id, Words name, List<KindMeasure> measures, List<Stage> stages) {

    /** @param unit id of a unit, such as {@code m2} */
    public record KindMeasure(String id, Words name, String unit) {
    }

    public record Stage(String id, Words name) {
    }
}
