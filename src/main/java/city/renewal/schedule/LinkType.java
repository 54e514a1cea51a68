package city.renewal.schedule;

/** What a link ties together: the predecessor's start or finish, and the successor's start or finish. */
public enum LinkType {
    /** The successor starts after the predecessor has finished. */
    FINISH_TO_START,
    /** The successor starts after the predecessor has started. */
    START_TO_START,
    /** The successor finishes after the predecessor has finished. */
    FINISH_TO_FINISH,
    /** The successor finishes after the predecessor has started. */
    START_TO_FINISH;

    /** @return the two letters planners write: {@code FS}, {@code SS}, {@code FF} or {@code SF}. */
    public String code() {
        return switch (this) {
            case FINISH_TO_START -> "FS";
            case START_TO_START -> "SS";
            case FINISH_TO_FINISH -> "FF";
            case START_TO_FINISH -> "SF";
        };
    }
}
