package city.renewal.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that rows of the database name by a SHA-256: each once, and on disk before its row. Safe for use by many
 * threads.
 */
public final class KeptFiles {

    private static final Logger LOG = LoggerFactory.getLogger(KeptFiles.class);
    private static final int FOLDER_NAME = 2;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = ".part";

    private final Path folder;

    /** @param folder nothing is made in it before the first file comes */
    public KeptFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps a file, on disk when this returns; one that is there already counts as new again.
     *
     * @throws Refusal when the disk takes no more; nothing is kept then
     */
    public synchronized void keep(String sha256, byte[] content) {
        Path file = file(sha256);
        Path unfinished = file.resolveSibling(UUID.randomUUID() + UNFINISHED);
        try {
            Files.createDirectories(file.getParent());
            write(content, unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            DiskFiles.forceFoldersOf(file);
        } catch (IOException failed) {
            LOG.warn("A file could not be stored: {}", failed.toString());
            DiskFiles.discard(unfinished);
            throw new Refusal("scan.disk");
        }
    }

    private static void write(byte[] content, Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    /**
     * Removes files that nothing needs, and what a crash left unfinished.
     *
     * @param before when they must have come; a younger one may be needed soon
     * @param needed the hashes that stay; asked once, and only where there is something to remove
     * @return how many were removed
     */
    public synchronized int removeOthers(Instant before, Supplier<Set<String>> needed) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> old = files.filter(file -> Files.isRegularFile(file) && DiskFiles.cameBefore(file, before))
                    .toList();
            Set<String> staying = old.isEmpty() ? Set.of() : needed.get();
            List<Path> others = old.stream().filter(file -> !staying.contains(file.getFileName().toString())).toList();
            others.forEach(DiskFiles::discard);
            return others.size();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path file(String sha256) {
        return folder.resolve(sha256.substring(0, FOLDER_NAME)).resolve(sha256);
    }

    /** @return whether there is a file with this hash; false for what is no hash */
    public boolean has(String sha256) {
        return HASH.matcher(sha256).matches() && Files.exists(file(sha256));
    }

    /** @return what the file holds, empty where there is none */
    public Optional<byte[]> read(String sha256) {
        try {
            return has(sha256) ? Optional.of(Files.readAllBytes(file(sha256))) : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
