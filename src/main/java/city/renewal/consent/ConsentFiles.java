package city.renewal.consent;

import city.renewal.base.KeptFiles;
import city.renewal.base.Refusal;
import city.renewal.base.Scan;
import city.renewal.base.SealedFiles;
import city.renewal.base.Sha256;
import city.renewal.base.Vault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Scans of paper votes and pictures of items below {@code consent} in the data directory, each named by the SHA-256 of
 * what it holds and on disk before its row. Scans carry names and signatures and are sealed; pictures are public.
 */
public final class ConsentFiles {

    private static final int MOST_MEGABYTES = 20;
    private static final int PICTURE_SIDE = 1_200;

    private final SealedFiles scans;
    private final KeptFiles pictures;

    /** @param directory of the data; nothing is made in it before the first file comes */
    public ConsentFiles(Path directory, Vault vault) {
        scans = new SealedFiles(directory.resolve("consent").resolve("scans"), vault, "scan of a vote");
        pictures = new KeptFiles(directory.resolve("consent").resolve("pictures"));
    }

    String keepScan(InputStream content) {
        byte[] scan = SealedFiles.read(content, MOST_MEGABYTES);
        Scan.of(scan);
        return scans.keep(scan);
    }

    String keepPicture(InputStream content) {
        byte[] picture = SealedFiles.read(content, MOST_MEGABYTES);
        requirePicture(picture);
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try {
            Thumbnails.of(new ByteArrayInputStream(picture)).size(PICTURE_SIDE, PICTURE_SIDE).outputFormat("jpg")
                    .outputQuality(0.85).toOutputStream(small);
        } catch (IOException | RuntimeException unreadable) {
            throw new Refusal("consent.picture.kind");
        }
        String sha256 = Sha256.hex(small.toByteArray());
        pictures.keep(sha256, small.toByteArray());
        return sha256;
    }

    /** Before a pixel is decoded. */
    private static void requirePicture(byte[] content) {
        boolean picture;
        try {
            picture = Scan.of(content).picture();
        } catch (Refusal noPaperEither) {
            picture = false;
        }
        if (!picture) {
            throw new Refusal("consent.picture.kind");
        }
    }

    /** @return whether there is a scan with this hash */
    boolean has(String scan) {
        return scans.has(scan);
    }

    /** As {@link SealedFiles#removeOthers}. */
    int removeOtherScans(Instant before, Supplier<Set<String>> needed) {
        return scans.removeOthers(before, needed);
    }

    /** @return whether the scan is there, opens, and is what was received */
    boolean intact(String scan) {
        return scans.intact(scan);
    }

    /** @return what was received; empty where it is not there, does not open, or is something else now */
    Optional<byte[]> scan(String scan) {
        return scans.received(scan);
    }

    Optional<byte[]> picture(String sha256) {
        return pictures.read(sha256);
    }
}
