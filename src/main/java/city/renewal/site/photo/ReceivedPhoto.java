package city.renewal.site.photo;

import city.renewal.base.Refusal;

/** A photo whose bytes are on disk and which belongs to no report yet. */
public record ReceivedPhoto(String sha256, long byteCount, PhotoType type, int width, int height, Evidence evidence) {

    /** For photos of which only copies are shown. @throws Refusal when none can be made, as of HEIC */
    public void requireViewable() {
        if (type == PhotoType.HEIC) {
            throw new Refusal("photo.kind.unviewable");
        }
    }
}
