package city.renewal.site.photo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;

/**
 * A number that stays nearly the same when a picture is made smaller, compressed again or brightened: for each of 8 by
 * 8 spots, whether it is brighter than the one to its left. After the difference hash of Neal Krawetz, "Kind of Like
 * That", The Hacker Factor Blog, 2013.
 */
final class PerceptualHash {

    /** Bits that may differ in pictures that are nearly the same; one less than there are bytes. */
    static final int NEAR = 7;

    private static final int SIDE = 8;
    private static final int BITS = 0xff;

    private PerceptualHash() {
    }

    static long of(BufferedImage picture) throws IOException {
        BufferedImage small = Thumbnails.of(picture).forceSize(SIDE + 1, SIDE).asBufferedImage();
        long hash = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                hash = hash << 1 | (brightness(small.getRGB(x + 1, y)) > brightness(small.getRGB(x, y)) ? 1 : 0);
            }
        }
        return hash;
    }

    /** Rec. 601, in thousandths. */
    private static int brightness(int rgb) {
        return 299 * (rgb >> 16 & BITS) + 587 * (rgb >> 8 & BITS) + 114 * (rgb & BITS);
    }

    /** @return in how many bits two hashes differ */
    static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }

    /** @return whether the picture has anything to be recognised by; one of a single tone has not */
    static boolean tells(long hash) {
        return hash != 0 && hash != -1;
    }

    /** @return the hash's byte, 0 to 255, at a place from 0 to 7 */
    static int band(long hash, int band) {
        return (int) (hash >>> SIDE * band) & BITS;
    }
}
