package city.renewal.site.paper;

/** What a paper is written as. */
public enum PaperFormat {
    PDF("pdf", "application/pdf"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String mediaType;

    PaperFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** @return the end of its files' names, without a dot */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
