package city.renewal.consent;

/** Where an item is. It never goes back. */
public enum ItemState {
    /** Being written; only the desk sees it. */
    DRAFT,
    /** Votes are taken, up to the end of its last day. */
    OPEN,
    /** Counted. */
    CLOSED
}
