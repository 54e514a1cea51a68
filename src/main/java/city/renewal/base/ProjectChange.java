package city.renewal.base;

import java.util.Set;

/**
 * News that a project is not what it was.
 *
 * @param projectId the project
 * @param by        name of the person who changed it, for "changed by …"
 * @param tasks     ids of the tasks that differ; empty when any may
 * @param edited    the plan's revision that an edit of the plan made, so that who shows it already need not ask; 0 for
 *                  other news
 */
public record ProjectChange(long projectId, String by, Set<Long> tasks, long edited) {

    /** News that is no edit of the plan. */
    public ProjectChange(long projectId, String by, Set<Long> tasks) {
        this(projectId, by, tasks, 0);
    }

    public ProjectChange {
        tasks = Set.copyOf(tasks);
    }
}
