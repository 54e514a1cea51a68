package city.renewal.site.photo;

/**
 * How large a photo may be.
 *
 * @param megabytes  of its file
 * @param megapixels millions of pixels
 */
public record PhotoLimits(int megabytes, int megapixels) {

    static final int MILLION = 1_000_000;
}
