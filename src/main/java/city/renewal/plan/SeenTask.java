package city.renewal.plan;

/** A task as somebody saw it: an edit made on an older version than the stored one is refused. */
public record SeenTask(long id, int version) {

    public static SeenTask of(Task task) {
        return new SeenTask(task.id(), task.version());
    }
}
