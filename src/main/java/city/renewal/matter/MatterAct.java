package city.renewal.matter;

/** What can happen to a matter. */
public enum MatterAct {
    REPORTED,
    TAKEN,
    NOTED,
    ANSWERED,
    HANDED_OVER,
    MERGED,
    PARTED,
    REOPENED,
    RATED,
    CLOSED,
    PUBLISHED,
    WITHDRAWN,
    WARRANTY_NAMED,
    WARRANTY_DENIED,
    /** The firm that repairs said on which day it comes. */
    REPAIR_PLANNED,
    /** It said that it mended it. */
    REPAIRED,
    /** It said that this does not come under its warranty. */
    REPAIR_REFUSED,
    /** The handler opened the resident's telephone number to the firm. */
    PHONE_SHARED,
    PHONE_OPENED,
    REPORT_OPENED,
    PHONE_FORGOTTEN;

    /** @return whether its remark is what a person wrote; else the program put there a number, a name or stars */
    boolean inWords() {
        return this != MERGED && this != PARTED && this != RATED && this != PHONE_SHARED;
    }
}
