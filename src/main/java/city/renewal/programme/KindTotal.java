package city.renewal.programme;

import city.renewal.project.Kind;
import java.util.List;

/**
 * All public projects of one kind together.
 *
 * @param published what was published of them
 * @param projects  how many there are here
 * @param finished  how many of them are finished
 * @param total     each project weighing by the kind's main measure
 */
public record KindTotal(Kind kind, List<Indicator> published, int projects, int finished, WeightedTotal total) {

    public KindTotal {
        published = List.copyOf(published);
    }
}
