package city.renewal.matter;

/** Where a matter stands. */
public enum MatterState {
    /** Nobody works on it yet. */
    RECEIVED,
    IN_WORK,
    /** Answered; the resident may rate it or open it again. */
    ANSWERED,
    /** Rated, or the time for opening it again is over. */
    CLOSED,
    /** The resident does not take the answer for one. */
    REOPENED;

    /** @return whether somebody has to do something about it */
    public boolean open() {
        return this == RECEIVED || this == IN_WORK || this == REOPENED;
    }
}
