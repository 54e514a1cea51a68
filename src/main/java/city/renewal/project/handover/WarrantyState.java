package city.renewal.project.handover;

/** Where a warranty stands on a day. */
public enum WarrantyState {
    /** It runs, for longer than {@link Warranty#ENDING_DAYS}. */
    RUNNING,
    /** It runs, and ends within {@link Warranty#ENDING_DAYS} days: the last look at the work is due. */
    ENDING,
    /** It is over. */
    OVER
}
