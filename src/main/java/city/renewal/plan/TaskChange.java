package city.renewal.plan;

/**
 * Other facts for a task.
 *
 * @param version the version of the task the person saw
 * @param input   parent and order in it are ignored
 */
public record TaskChange(long taskId, int version, TaskInput input) {
}
