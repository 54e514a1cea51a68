package city.renewal.consent;

import city.renewal.base.Refusal;
import city.renewal.base.Scan;
import city.renewal.base.SealedFiles;
import city.renewal.base.Sha256;
import city.renewal.base.Vault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Scans of paper votes and pictures of items below {@code consent} in the data directory, each named by the SHA-256 of
 * what it holds and on disk before its row. Scans carry names and signatures and are sealed; pictures are public.
 */
public final class ConsentFiles {

    private static final int MOST_MEGABYTES = 20;
    private static final long MOST_PIXELS = 64_000_000;
    private static final int PICTURE_SIDE = 1_200;
    private static final int FOLDER_NAME = 2;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final SealedFiles scans;
    private final Path pictures;

    /** @param directory of the data; nothing is made in it before the first file comes */
    public ConsentFiles(Path directory, Vault vault) {
        scans = new SealedFiles(directory.resolve("consent").resolve("scans"), vault, "scan of a vote");
        pictures = directory.resolve("consent").resolve("pictures");
    }

    String keepScan(InputStream content) {
        byte[] scan = SealedFiles.read(content, MOST_MEGABYTES);
        Scan.of(scan);
        return scans.keep(scan);
    }

    String keepPicture(InputStream content) {
        byte[] picture = SealedFiles.read(content, MOST_MEGABYTES);
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try {
            requireFewPixels(picture);
            Thumbnails.of(new ByteArrayInputStream(picture)).size(PICTURE_SIDE, PICTURE_SIDE).outputFormat("jpg")
                    .outputQuality(0.85).toOutputStream(small);
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable instanceof Refusal refused ? refused : new Refusal("consent.picture.kind");
        }
        String sha256 = Sha256.hex(small.toByteArray());
        store(file(pictures, sha256), small.toByteArray());
        return sha256;
    }

    /** Before a pixel is decoded. */
    private static void requireFewPixels(byte[] picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Refusal("consent.picture.kind");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new Refusal("consent.picture.kind");
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private static void store(Path file, byte[] content) {
        if (Files.exists(file)) {
            return;
        }
        Path unfinished = file.resolveSibling(UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path file(Path folder, String sha256) {
        return folder.resolve(sha256.substring(0, FOLDER_NAME)).resolve(sha256);
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
        try {
            return HASH.matcher(sha256).matches() && Files.exists(file(pictures, sha256))
                    ? Optional.of(Files.readAllBytes(file(pictures, sha256)))
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
