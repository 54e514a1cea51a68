package city.renewal.base.http;

import city.renewal.base.Sha256;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a public form was sent by somebody who had asked for it, from the same browser, once. A form carries a
 * sealed moment bound to a cookie that holds a random name and nothing else; no session is kept. It is a puzzle as well:
 * who finds a number that gives the token's SHA-256 enough zeros at its beginning may send at once, who runs no script
 * may send after {@link #SLOW}.
 */
public final class FormGuard {

    /** Zero bits that the puzzle wants: about a second of a telephone's work. */
    public static final int PUZZLE_BITS = 15;
    /** Age from which a form is taken without the puzzle. */
    public static final Duration SLOW = Duration.ofSeconds(20);

    private static final String COOKIE = "device";
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Duration LONGEST = Duration.ofHours(3);
    private static final Duration DEVICE_KEPT = Duration.ofDays(30);
    private static final int DEVICE_BYTES = 16;
    private static final int NONCE_BYTES = 8;
    private static final int LONGEST_ANSWER = 20;
    private static final String MAC = "HmacSHA256";
    /** Forms remembered as sent; more than can pass in {@link #LONGEST}. */
    private static final int KEPT = 100_000;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final byte[] key = new byte[32];
    private final Map<String, Boolean> sent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KEPT;
        }
    };

    /** What a form that was sent is worth. */
    public enum Proof {
        /** The puzzle is solved. */
        SOLVED,
        /** Without the puzzle, but old enough. */
        SLOW,
        /** Without the puzzle, and too fresh. */
        EARLY,
        /** Not ours, not this browser's, too old, or sent before. */
        FOREIGN
    }

    public FormGuard(Clock clock) {
        this.clock = clock;
        random.nextBytes(key);
    }

    /** @return the token of a new form for this browser, which gets its cookie where it has none */
    public String token(HttpServletRequest request, HttpServletResponse response) {
        String device = device(request).orElseGet(() -> name(response, request.isSecure()));
        byte[] content = new byte[Long.BYTES + NONCE_BYTES];
        random.nextBytes(content);
        ByteBuffer.wrap(content).putLong(clock.millis());
        String moment = Base64.getUrlEncoder().withoutPadding().encodeToString(content);
        return moment + "." + seal(moment, device);
    }

    private String name(HttpServletResponse response, boolean secure) {
        byte[] bytes = new byte[DEVICE_BYTES];
        random.nextBytes(bytes);
        String device = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Cookie cookie = new Cookie(COOKIE, device);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) DEVICE_KEPT.toSeconds());
        response.addCookie(cookie);
        return device;
    }

    /** @return the browser's name, where it has one of ours */
    public static Optional<String> device(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? Optional.empty() : Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> DEVICE.matcher(value).matches())
                .findFirst();
    }

    /**
     * Looks at a form that was sent. Asking does not use it up; {@link #use} does.
     *
     * @param token  that the form carried
     * @param answer of the puzzle, null or empty where no script ran
     */
    public Proof check(HttpServletRequest request, @Nullable String token, @Nullable String answer) {
        Optional<String> device = device(request);
        int dot = token == null ? -1 : token.indexOf('.');
        if (dot < 0 || device.isEmpty() || !MessageDigest.isEqual(
                seal(token.substring(0, dot), device.get()).getBytes(StandardCharsets.US_ASCII),
                token.substring(dot + 1).getBytes(StandardCharsets.UTF_8)) || used(token)) {
            return Proof.FOREIGN;
        }
        Duration age = Duration.ofMillis(clock.millis()
                - ByteBuffer.wrap(Base64.getUrlDecoder().decode(token.substring(0, dot))).getLong());
        if (age.isNegative() || age.compareTo(LONGEST) > 0) {
            return Proof.FOREIGN;
        }
        if (answer != null && !answer.isEmpty() && answer.length() <= LONGEST_ANSWER && solves(token, answer)) {
            return Proof.SOLVED;
        }
        return age.compareTo(SLOW) >= 0 ? Proof.SLOW : Proof.EARLY;
    }

    /** @return whether the form had not been sent before; from now on it has */
    public boolean use(String token) {
        synchronized (sent) {
            return sent.put(token, true) == null;
        }
    }

    private boolean used(String token) {
        synchronized (sent) {
            return sent.containsKey(token);
        }
    }

    /** @return whether the answer is one of the token's puzzle */
    static boolean solves(String token, String answer) {
        return ByteBuffer.wrap(Sha256.of(token + ":" + answer)).getInt() >>> Integer.SIZE - PUZZLE_BITS == 0;
    }

    private String seal(String moment, String device) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    mac.doFinal((moment + "\n" + device).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
