package city.renewal.plan;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which projects and which of their work a window speaks of. An empty set leaves the matter open; sets that are not
 * empty must all hold.
 *
 * @param streets   streets as projects name them
 * @param kinds     ids of kinds of project
 * @param projects  codes of projects
 * @param workTypes ids of {@link WorkTypes}; narrows what the window's kind concerns
 */
public record WindowScope(Set<String> streets, Set<String> kinds, Set<String> projects, Set<String> workTypes) {

    private static final String SEPARATOR = "\n";

    /** Every project, all work that the kind concerns. */
    public static final WindowScope ALL = new WindowScope(Set.of(), Set.of(), Set.of(), Set.of());

    public WindowScope {
        streets = Set.copyOf(streets);
        kinds = Set.copyOf(kinds);
        projects = Set.copyOf(projects);
        workTypes = Set.copyOf(workTypes);
    }

    boolean includes(ProjectTraits project) {
        return (streets.isEmpty() || project.street() != null && streets.contains(project.street()))
                && (kinds.isEmpty() || kinds.contains(project.kind()))
                && (projects.isEmpty() || projects.contains(project.code()));
    }

    /** @return one entry a line, in order, so that equal sets are equal texts */
    static String text(Set<String> entries) {
        return String.join(SEPARATOR, new TreeSet<>(entries));
    }

    static Set<String> entries(String text) {
        return text.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
    }
}
