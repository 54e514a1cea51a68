package city.renewal.site.finding;

/** Who has to see to it that a finding is put right. A level includes those below it. */
public enum FindingLevel {
    /** Not overdue. */
    NONE,
    /** Overdue; the party that was told to put it right. */
    HANDLER,
    /** Overdue for so long that it rose to the project manager. */
    MANAGER,
    /** Overdue for so long that it rose to the district officer. */
    OFFICER
}
