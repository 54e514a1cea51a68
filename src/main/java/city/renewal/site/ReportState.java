package city.renewal.site;

/** Where a site report stands. Only a confirmed one counts. */
public enum ReportState {
    SUBMITTED,
    CONFIRMED,
    RETURNED
}
