package city.renewal.consent;

/** The scan of a vote on paper, which carries a name and a signature. */
public record VoteScan(byte[] content) {

    /** @return the kind of file, of those that are taken: JPEG, PNG or PDF */
    public String type() {
        return switch (content[0]) {
            case '%' -> "application/pdf";
            case (byte) 0x89 -> "image/png";
            default -> "image/jpeg";
        };
    }

    public boolean picture() {
        return !type().equals("application/pdf");
    }
}
