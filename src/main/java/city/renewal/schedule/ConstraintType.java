package city.renewal.schedule;

/** What holds an activity's dates besides its links. All but the first two need a date. */
public enum ConstraintType {
    AS_SOON_AS_POSSIBLE,
    AS_LATE_AS_POSSIBLE,
    START_NO_EARLIER_THAN,
    START_NO_LATER_THAN,
    FINISH_NO_EARLIER_THAN,
    FINISH_NO_LATER_THAN,
    MUST_START_ON,
    MUST_FINISH_ON,
    /** Placed by hand: the start is the constraint's date and the duration follows, whatever the links say. */
    PINNED;

    /** @return whether the constraint is incomplete without a date. */
    public boolean needsDate() {
        return this != AS_SOON_AS_POSSIBLE && this != AS_LATE_AS_POSSIBLE;
    }
}
