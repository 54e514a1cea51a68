package city.renewal.gantt.ui;

/** How a row is drawn. */
public enum RowKind {
    /** A bar with the share done. */
    TASK,
    /** A bracket over its children, which can be folded. */
    SUMMARY,
    /** A diamond on one day. */
    MILESTONE
}
