package city.renewal.site.photo;

import city.renewal.base.DiskFiles;
import city.renewal.base.Finding;
import city.renewal.base.Refusal;
import city.renewal.base.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of photos below the data directory. What came is in {@code photos/ab/abcd…}, named by its SHA-256, once
 * for equal bytes, and never changed; copies are in {@code photo-copies} and can be made anew from it.
 */
public final class PhotoFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoFiles.class);
    private static final int BLOCK = 64 * 1024;
    private static final int FOLDER_NAME = 2;

    private final Path originals;
    private final Path incoming;
    private final Path copies;

    /** @param directory of the data; nothing is made in it before the first photo comes */
    public PhotoFiles(Path directory) {
        originals = directory.resolve("photos");
        incoming = directory.resolve("photos-incoming");
        copies = directory.resolve("photo-copies");
    }

    /** A file on disk, not kept yet. */
    record Incoming(Path file, String sha256, long bytes) {
    }

    /**
     * Writes what comes to disk, and stops as soon as it is too much.
     *
     * @throws Refusal when it is empty, too large, breaks off, or the disk takes no more; nothing is left then
     */
    Incoming take(InputStream content, int megabytes) {
        Path file = incoming.resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(incoming);
            return copy(content, file, megabytes);
        } catch (IOException failed) {
            DiskFiles.discard(file);
            LOG.warn("A photo could not be stored: {}", failed.toString());
            throw new Refusal("photo.disk");
        } catch (RuntimeException refused) {
            DiskFiles.discard(file);
            throw refused;
        }
    }

    private static Incoming copy(InputStream content, Path file, int megabytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] block = new byte[BLOCK];
        long bytes = 0;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = read(content, block); read >= 0; read = read(content, block)) {
                bytes += read;
                if (bytes > (long) megabytes << 20) {
                    throw new Refusal("photo.large", megabytes);
                }
                digest.update(block, 0, read);
                ByteBuffer part = ByteBuffer.wrap(block, 0, read);
                while (part.hasRemaining()) {
                    out.write(part);
                }
            }
            out.force(true);
        }
        if (bytes == 0) {
            throw new Refusal("photo.empty");
        }
        return new Incoming(file, HexFormat.of().formatHex(digest.digest()), bytes);
    }

    /** A sender that breaks off is told another thing than a disk that is full. */
    private static int read(InputStream content, byte[] block) {
        try {
            return content.read(block);
        } catch (IOException broken) {
            throw new Refusal("photo.interrupted");
        }
    }

    /**
     * Gives a file its lasting name, on disk when this returns; a file that is there already counts as new again.
     *
     * @throws Refusal when the disk takes no more
     */
    synchronized void keep(Incoming photo) {
        Path kept = original(photo.sha256());
        try {
            if (Files.exists(kept)) {
                Files.setLastModifiedTime(kept, Files.getLastModifiedTime(photo.file()));
                DiskFiles.discard(photo.file());
                return;
            }
            Files.createDirectories(kept.getParent());
            Files.move(photo.file(), kept, StandardCopyOption.ATOMIC_MOVE);
            DiskFiles.force(kept.getParent());
            DiskFiles.force(originals);
            DiskFiles.force(originals.toAbsolutePath().getParent());
        } catch (IOException failed) {
            DiskFiles.discard(photo.file());
            LOG.warn("A photo could not be stored: {}", failed.toString());
            throw new Refusal("photo.disk");
        }
    }

    /** Removes what was coming in when the program last ended. Call before photos are taken. */
    void removeLeftovers() {
        if (!Files.isDirectory(incoming)) {
            return;
        }
        try (Stream<Path> files = Files.list(incoming)) {
            files.forEach(DiskFiles::discard);
        } catch (IOException failed) {
            LOG.warn("The folder {} could not be emptied", incoming, failed);
        }
    }

    /**
     * Removes files that nothing names.
     *
     * @param before when they must have come; a younger one may be named soon
     * @param named  which of some hashes something names; asked once a folder
     * @return how many were removed
     */
    public int removeUnnamed(Instant before, Function<List<String>, Set<String>> named) {
        if (!Files.isDirectory(originals)) {
            return 0;
        }
        int removed = 0;
        for (Path folder : inside(originals)) {
            List<String> old = inside(folder).stream().filter(file -> DiskFiles.cameBefore(file, before))
                    .map(file -> file.getFileName().toString()).toList();
            if (!old.isEmpty()) {
                Set<String> needed = named.apply(old);
                for (String sha256 : old) {
                    if (!needed.contains(sha256) && removeOld(original(sha256), before)) {
                        removed++;
                    }
                }
            }
        }
        return removed;
    }

    /** Looks again, because the same photo may have come in the meantime. */
    private synchronized boolean removeOld(Path file, Instant before) {
        if (!DiskFiles.cameBefore(file, before)) {
            return false;
        }
        DiskFiles.discard(file);
        return true;
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @return where bytes with this hash lie, whether or not they are there */
    Path original(String sha256) {
        return originals.resolve(sha256.substring(0, FOLDER_NAME)).resolve(sha256);
    }

    /** @return where a copy lies, whether or not it is there */
    Path copy(long photoId, PhotoCopy copy) {
        return copies.resolve(photoId + "-" + copy.fileName());
    }

    /** @return a name for a copy that is being written; {@link #replace} gives it its own */
    Path unfinishedCopy(long photoId, PhotoCopy copy) throws IOException {
        Files.createDirectories(copies);
        return copies.resolve(photoId + "-" + copy.fileName() + ".part");
    }

    void replace(Path unfinished, long photoId, PhotoCopy copy) throws IOException {
        Files.move(unfinished, copy(photoId, copy), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** @return whether the bytes under this hash are those that were stored */
    boolean intact(String sha256) {
        try (InputStream content = Files.newInputStream(original(sha256))) {
            MessageDigest digest = Sha256.digest();
            byte[] block = new byte[BLOCK];
            for (int read = content.read(block); read >= 0; read = content.read(block)) {
                digest.update(block, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest()).equals(sha256);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Compares a file with the hash under which it was stored.
     *
     * @param project whose photo it is, for the finding
     * @param id      of the row that names it
     */
    public Optional<Finding> check(String sha256, String project, long id) {
        String key = !Files.exists(original(sha256)) ? "check.photo.missing"
                : intact(sha256) ? null : "check.photo.damaged";
        return Optional.ofNullable(key).map(found -> new Finding(found, project, String.valueOf(id), sha256));
    }
}
