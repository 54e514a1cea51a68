package city.renewal.matter;

/** What the record of a mediation is made of. */
public enum MediationKind {
    MEETING,
    AGREEMENT,
    /** Whether what was agreed on is kept. */
    FOLLOW_UP
}
