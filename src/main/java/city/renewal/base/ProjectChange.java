package city.renewal.base;

import java.util.Set;

/**
 * News that a project is not what it was.
 *
 * @param projectId the project
 * @param by        name of the person who changed it, for "changed by …"
 * @param tasks     ids of the tasks that differ; empty when any may
 */
public record ProjectChange(long projectId, String by, Set<Long> tasks) {

    public ProjectChange {
        tasks = Set.copyOf(tasks);
    }
}
