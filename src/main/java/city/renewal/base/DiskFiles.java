package city.renewal.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stores of files need of the disk. Safe for use by many threads. */
public final class DiskFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DiskFiles.class);

    private DiskFiles() {
    }

    /** A name is on disk only when its folder is; where a system cannot be asked for that, it does so by itself. */
    public static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            LOG.debug("Cannot force the folder {}", folder, notOnThisSystem);
        }
    }

    /** As {@link #force}, of the folder of the file and all that it is in: any of them may have been made for it. */
    public static void forceFoldersOf(Path file) {
        for (Path folder = file.toAbsolutePath().getParent(); folder != null; folder = folder.getParent()) {
            force(folder);
        }
    }

    /** Removes a file that nobody needs, if it is there; one that cannot be removed stays and is logged. */
    public static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            LOG.warn("The file {} could not be removed", file, kept);
        }
    }

    /**
     * @return whether the file was last written before
     * @throws UncheckedIOException when there is no such file, or the disk does not say
     */
    public static boolean cameBefore(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
