package city.renewal.site.photo;

/** What is made from a photo to be looked at: upright JPEGs without anything that a camera wrote. */
public enum PhotoCopy {
    /** Small, without a stamp. */
    THUMBNAIL("thumbnail.jpg", 320),
    /** For reading, with time, project and place in the picture. */
    STAMPED("stamped.jpg", 1_600);

    private final String fileName;
    private final int longest;

    PhotoCopy(String fileName, int longest) {
        this.fileName = fileName;
        this.longest = longest;
    }

    /** @return the last part of its address */
    public String fileName() {
        return fileName;
    }

    /** @return pixels of its longer side, at most */
    int longest() {
        return longest;
    }
}
