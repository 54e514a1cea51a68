package city.renewal.matter;

/** What can happen to a matter. */
public enum MatterAct {
    REPORTED,
    TAKEN,
    NOTED,
    ANSWERED,
    HANDED_OVER,
    MERGED,
    REOPENED,
    RATED,
    CLOSED,
    PUBLISHED,
    WITHDRAWN,
    WARRANTY_NAMED,
    WARRANTY_DENIED,
    PHONE_OPENED,
    PHONE_FORGOTTEN
}
