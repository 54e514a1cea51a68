package city.renewal.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Seals what nobody may read who gets hold of the database or a copy of it: AES-256 in GCM, with a key that lies in a
 * file outside the database. The file is made, readable by its owner alone, when something is sealed for the first
 * time; the database remembers a fingerprint of the key, so that a lost or foreign one is noticed before anything is
 * sealed with another. Safe for use by many threads.
 *
 * <p>Whoever loses the file loses what was sealed. Keep a copy of it, apart from the copies of the database.
 */
public final class Vault {

    /** Where the key lies below the data directory when no other place is set. */
    public static final Path USUAL_FILE = Path.of("keys", "privacy.key");

    private static final String SETTING = "privacy.key";
    private static final String SEALING = "AES/GCM/NoPadding";
    private static final String HASHING = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte VERSION = 1;
    /** Hexadecimal digits of the key's fingerprint that the database remembers. */
    private static final int REMEMBERED = 16;

    private final Jdbi jdbi;
    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Keys keys;

    private record Keys(byte[] sealing, byte[] hashing) {
    }

    /** @param file of the key; nothing is read or made before the first use */
    public Vault(Jdbi jdbi, Path file) {
        this.jdbi = jdbi;
        this.file = file;
    }

    /**
     * @param about what the text is, such as {@code household.door}; only the same opens it, so that a sealed text is
     *              worth nothing in another column
     * @return another text each time, in Base64
     * @throws Refusal when the key is lost, unreadable or not this database's
     */
    public String seal(String text, String about) {
        return Base64.getEncoder().encodeToString(seal(text.getBytes(StandardCharsets.UTF_8), about));
    }

    /** As {@link #seal(String, String)}, for files. */
    public byte[] seal(byte[] content, String about) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, about).doFinal(content);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length).put(VERSION).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * @return what was sealed
     * @throws Refusal when the key is lost, unreadable or not this database's, or the sealed text was changed
     */
    public String open(String sealed, String about) {
        try {
            return new String(open(Base64.getDecoder().decode(sealed), about), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            throw new Refusal("vault.sealed.damaged", about);
        }
    }

    /** As {@link #open(String, String)}, for files. */
    public byte[] open(byte[] sealed, String about) {
        if (sealed.length <= NONCE_BYTES + 1 || sealed[0] != VERSION) {
            throw new Refusal("vault.sealed.damaged", about);
        }
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, about)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException changed) {
            throw new Refusal("vault.sealed.damaged", about);
        }
    }

    /**
     * A keyed hash (HMAC-SHA-256): the same for the same text, and of no use for guessing the text without the key.
     *
     * @param about what the text is; equal texts about different things have different hashes
     * @return 64 hexadecimal digits
     * @throws Refusal when the key is lost, unreadable or not this database's
     */
    public String hash(String text, String about) {
        return HexFormat.of().formatHex(hmac(keys().hashing(), about + '\0' + text));
    }

    private Cipher cipher(int mode, byte[] nonce, String about) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(SEALING);
        cipher.init(mode, new SecretKeySpec(keys().sealing(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HASHING);
            mac.init(new SecretKeySpec(key, HASHING));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Keys keys() {
        Keys known = keys;
        return known == null ? load() : known;
    }

    private synchronized Keys load() {
        if (keys != null) {
            return keys;
        }
        // On a connection of its own: the fingerprint stays when the caller's transaction does not.
        try (Handle handle = jdbi.open()) {
            Optional<String> remembered = handle.createQuery("SELECT amount FROM setting WHERE name = :name")
                    .bind("name", SETTING).mapTo(String.class).findOne();
            byte[] key = read(remembered.isEmpty());
            String print = HexFormat.of().formatHex(hmac(key, "fingerprint")).substring(0, REMEMBERED);
            if (remembered.isEmpty()) {
                handle.createUpdate("INSERT INTO setting (name, amount) VALUES (:name, :print)")
                        .bind("name", SETTING).bind("print", print).execute();
            } else if (!remembered.get().equals(print)) {
                throw new Refusal("vault.key.other", file.toAbsolutePath().toString());
            }
            Keys loaded = new Keys(hmac(key, "sealing"), hmac(key, "hashing"));
            keys = loaded;
            return loaded;
        }
    }

    private byte[] read(boolean mayMake) {
        try {
            if (!Files.exists(file)) {
                if (!mayMake) {
                    throw new Refusal("vault.key.missing", file.toAbsolutePath().toString());
                }
                make();
            }
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (NoSuchFileException gone) {
            throw new Refusal("vault.key.missing", file.toAbsolutePath().toString());
        } catch (IOException | IllegalArgumentException unreadable) {
            // Said below, together with a key of another length.
        }
        throw new Refusal("vault.key.unreadable", file.toAbsolutePath().toString());
    }

    /** On disk when this returns; 0600 in a folder of 0700 where the system knows such permissions. */
    private void make() throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(file.toAbsolutePath().getParent(), allowed(posix, "rwx------"));
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        byte[] line = (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (FileChannel out = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                allowed(posix, "rw-------"))) {
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // Then that one counts.
        }
    }

    private static FileAttribute<?>[] allowed(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
