package city.renewal.plan;

/**
 * A place in the tree of a plan.
 *
 * @param taskId the task it is told by; ignored by {@link Side#END}
 */
public record TreePlace(Side side, long taskId) {

    /** Where the place lies. */
    public enum Side {
        /** On the task's level, right behind it and all below it. */
        AFTER,
        /** On the task's level, right before it. */
        BEFORE,
        /** Below the task, behind what is there. */
        BELOW,
        /** At the top of the tree, behind everything. */
        END
    }

    public static TreePlace after(long taskId) {
        return new TreePlace(Side.AFTER, taskId);
    }

    public static TreePlace before(long taskId) {
        return new TreePlace(Side.BEFORE, taskId);
    }

    public static TreePlace below(long taskId) {
        return new TreePlace(Side.BELOW, taskId);
    }

    public static TreePlace end() {
        return new TreePlace(Side.END, 0);
    }
}
