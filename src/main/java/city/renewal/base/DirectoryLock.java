package city.renewal.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process out of a data directory. The operating system gives the lock back when the process ends,
 * however it ends, so a start after a crash need not wait.
 */
final class DirectoryLock implements AutoCloseable {

    private static final String FILE = "renewal.lock";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Refusal when the directory cannot be made or written to, or another process holds it */
    static DirectoryLock take(Path directory) {
        FileChannel channel = null;
        try {
            Files.createDirectories(directory);
            channel = FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new Refusal("data.directory.held", directory);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
            return new DirectoryLock(channel);
        } catch (IOException failed) {
            closeQuietly(channel);
            String reason = failed instanceof AccessDeniedException ? "data.directory.forbidden"
                    : "data.directory.unusable";
            throw new Refusal(reason, directory, String.valueOf(failed.getMessage()));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException ignored) {
                // The first failure is the one worth telling.
            }
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
