package city.renewal.site.photo;

/** A photo whose bytes are on disk and which belongs to no report yet. */
public record ReceivedPhoto(String sha256, long byteCount, PhotoType type, int width, int height, Evidence evidence) {
}
