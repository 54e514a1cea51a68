package city.renewal.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@link KeptFiles} with names and signatures in them, sealed on disk, each named by the SHA-256 of what it holds. Safe
 * for use by many threads.
 */
public final class SealedFiles {

    private final KeptFiles files;
    private final Vault vault;
    private final String about;

    /**
     * @param folder nothing is made in it before the first file comes
     * @param about  what the files are, as in {@link Vault#seal(byte[], String)}
     */
    public SealedFiles(Path folder, Vault vault, String about) {
        this.files = new KeptFiles(folder);
        this.vault = vault;
        this.about = about;
    }

    /**
     * Reads no further than the limit.
     *
     * @throws Refusal when it is larger, or breaks off
     */
    public static byte[] read(InputStream content, int megabytes) {
        try {
            byte[] read = content.readNBytes((megabytes << 20) + 1);
            if (read.length > megabytes << 20) {
                throw new Refusal("scan.large", megabytes);
            }
            return read;
        } catch (IOException broken) {
            throw new Refusal("scan.interrupted");
        }
    }

    /**
     * Keeps a file, on disk when this returns; one that is there already counts as new again.
     *
     * @return its SHA-256
     * @throws Refusal when the disk takes no more; nothing is kept then
     */
    public String keep(byte[] content) {
        String sha256 = Sha256.hex(content);
        files.keep(sha256, vault.seal(content, about));
        return sha256;
    }

    /** As {@link KeptFiles#removeOthers}. */
    public int removeOthers(Instant before, Supplier<Set<String>> needed) {
        return files.removeOthers(before, needed);
    }

    /** @return whether there is a file with this hash; false for what is no hash */
    public boolean has(String sha256) {
        return files.has(sha256);
    }

    /**
     * @return what the file holds, empty where there is none
     * @throws Refusal when it was changed on disk, or the key is lost
     */
    public Optional<byte[]> open(String sha256) {
        return files.read(sha256).map(sealed -> vault.open(sealed, about));
    }

    /** @return what was received; empty where it is not there, does not open, or is something else now */
    public Optional<byte[]> received(String sha256) {
        try {
            return open(sha256).filter(content -> Sha256.hex(content).equals(sha256));
        } catch (UncheckedIOException | Refusal damaged) {
            return Optional.empty();
        }
    }

    /** @return whether the file is there, opens, and is what was received */
    public boolean intact(String sha256) {
        return received(sha256).isPresent();
    }
}
