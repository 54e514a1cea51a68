package city.renewal.gantt.ui;

/** What people ask for whole rows, by the keyboard or the clipboard. */
public enum RowsCommand {
    /** A new row below the chosen one. */
    ADD,
    /** The chosen rows go, with all below them. */
    REMOVE,
    INDENT,
    OUTDENT,
    /** One place up on their level. */
    UP,
    /** One place down on their level. */
    DOWN,
    /** Copies of rows behind the target. */
    COPY,
    /** Rows that were cut come behind the target. */
    PLACE,
    /** A table from another program comes behind the target. */
    PASTE,
    /** Help on the keyboard. */
    KEYS
}
