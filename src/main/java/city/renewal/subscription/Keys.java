package city.renewal.subscription;

import city.renewal.base.Sha256;
import city.renewal.base.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys in the links of mails. Whoever has one can do that one thing; none can be guessed. */
final class Keys {

    private static final int CONFIRM_BYTES = 18;
    private static final int LEAVE_DIGITS = 32;
    private static final String ABOUT = "subscription leave";
    private static final Pattern LEAVE = Pattern.compile("(0|[1-9][0-9]{0,17})-([0-9a-f]{" + LEAVE_DIGITS + "})");

    private final SecureRandom random = new SecureRandom();
    private final Vault vault;

    Keys(Vault vault) {
        this.vault = vault;
    }

    /** @return a new key; only its {@link #hash} is kept */
    String confirming() {
        byte[] bytes = new byte[CONFIRM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String key) {
        return Sha256.hex(key);
    }

    /** @return the key by which a reader leaves; made from the subscription, so that every mail can have it */
    String leaving(long subscriptionId) {
        return subscriptionId + "-" + mark(subscriptionId);
    }

    /** @return the subscription that the key ends, or empty when it is none of ours */
    OptionalLong left(String key) {
        Matcher parts = LEAVE.matcher(key);
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        long id = Long.parseLong(parts.group(1));
        return MessageDigest.isEqual(mark(id).getBytes(StandardCharsets.US_ASCII),
                parts.group(2).getBytes(StandardCharsets.US_ASCII)) ? OptionalLong.of(id) : OptionalLong.empty();
    }

    private String mark(long subscriptionId) {
        return vault.hash(String.valueOf(subscriptionId), ABOUT).substring(0, LEAVE_DIGITS);
    }
}
