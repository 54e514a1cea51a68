package city.renewal.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash SHA-256 (FIPS 180-4), which every Java has. Text is hashed as UTF-8. */
public final class Sha256 {

    private Sha256() {
    }

    /** @return one that takes content piece by piece, for one thread */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return its 32 bytes */
    public static byte[] of(String text) {
        return digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @return as 64 hexadecimal digits in small letters */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /** @return as 64 hexadecimal digits in small letters */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }
}
