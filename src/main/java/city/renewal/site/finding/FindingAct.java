package city.renewal.site.finding;

/** What a step does. */
public enum FindingAct {
    /** Says what is wrong, with photos (登记). */
    RAISE,
    /** Tells a party to put it right, or gives it another due date (指派). */
    ASSIGN,
    /** Says that it was put right, with photos (整改). */
    RECTIFY,
    /** Looked at again and right (销项). */
    CLOSE,
    /** Looked at again and not right, or wrong anew (退回整改). */
    REOPEN
}
