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
 * @param matters   whether only a resident's matter is not what it was, of which neither plans nor notice pages nor mails
 *                  say anything
 */
public record ProjectChange(long projectId, String by, Set<Long> tasks, long edited, boolean matters) {

    /** News of the project itself. */
    public ProjectChange(long projectId, String by, Set<Long> tasks, long edited) {
        this(projectId, by, tasks, edited, false);
    }

    /** News of the project that is no edit of the plan. */
    public ProjectChange(long projectId, String by, Set<Long> tasks) {
        this(projectId, by, tasks, 0);
    }

    /** News of a resident's matter alone, which anybody can make without an account. */
    public static ProjectChange ofMatters(long projectId, String by) {
        return new ProjectChange(projectId, by, Set.of(), 0, true);
    }

    public ProjectChange {
        tasks = Set.copyOf(tasks);
    }
}
