package city.renewal.plan;

import java.util.List;

/**
 * What depends on tasks that somebody thinks of removing.
 *
 * @param names      the tasks themselves, in the order of the tree
 * @param below      how many more tasks lie below them
 * @param successors names of the tasks outside that wait for them
 * @param reports    site reports that speak of them or of tasks below them
 */
public record Dependants(List<String> names, int below, List<String> successors, long reports) {
}
