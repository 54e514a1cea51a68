package city.renewal.consent;

import city.renewal.base.Refusal;
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
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private static final String SCAN = "scan of a vote";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final List<byte[]> SCAN_BEGINNINGS = List.of(
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            new byte[] {'%', 'P', 'D', 'F', '-'});

    private final Path scans;
    private final Path pictures;
    private final Vault vault;

    /** @param directory of the data; nothing is made in it before the first file comes */
    public ConsentFiles(Path directory, Vault vault) {
        scans = directory.resolve("consent").resolve("scans");
        pictures = directory.resolve("consent").resolve("pictures");
        this.vault = vault;
    }

    String keepScan(InputStream content) {
        byte[] scan = read(content);
        if (SCAN_BEGINNINGS.stream().noneMatch(beginning -> Arrays.equals(beginning, 0, beginning.length,
                scan, 0, Math.min(beginning.length, scan.length)))) {
            throw new Refusal("vote.scan.kind");
        }
        String sha256 = Sha256.hex(scan);
        store(file(scans, sha256), vault.seal(scan, SCAN));
        return sha256;
    }

    String keepPicture(InputStream content) {
        byte[] picture = read(content);
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

    private static byte[] read(InputStream content) {
        try {
            byte[] read = content.readNBytes((MOST_MEGABYTES << 20) + 1);
            if (read.length > MOST_MEGABYTES << 20) {
                throw new Refusal("vote.file.large", MOST_MEGABYTES);
            }
            return read;
        } catch (IOException broken) {
            throw new Refusal("photo.interrupted");
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
        return HASH.matcher(scan).matches() && Files.exists(file(scans, scan));
    }

    /** @return whether the scan is there, opens, and is what was received */
    boolean intact(String scan) {
        return scan(scan).isPresent();
    }

    /** @return what was received; empty where it is not there, does not open, or is something else now */
    Optional<byte[]> scan(String scan) {
        try {
            return has(scan)
                    ? Optional.of(vault.open(Files.readAllBytes(file(scans, scan)), SCAN))
                            .filter(content -> Sha256.hex(content).equals(scan))
                    : Optional.empty();
        } catch (IOException | Refusal damaged) {
            return Optional.empty();
        }
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
