package city.renewal.plan.interchange;

/** The kinds of file that a plan can be written as. */
public enum ExportFormat {
    /** Microsoft Project's XML. */
    MSPDI("xml", "application/xml"),
    /** Primavera's XML. */
    PMXML("xml", "application/xml"),
    /** Primavera's exchange text. */
    XER("xer", "text/plain"),
    /** A spreadsheet whose totals are formulas. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** The same table as text in UTF-8. */
    CSV("csv", "text/csv"),
    /** Milestones for calendars. */
    ICS("ics", "text/calendar"),
    /** Everything, for programs. */
    JSON("json", "application/json"),
    /** Sheets to print and sign. */
    PDF("pdf", "application/pdf");

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** @return the end of a file's name, without the dot */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
