package city.renewal.site;

/** Where a site report stands. Only a confirmed one counts. */
public enum ReportState {
    SUBMITTED,
    CONFIRMED,
    RETURNED,
    /** It was confirmed, and then a confirmed report that names it took its place. */
    CORRECTED
}
