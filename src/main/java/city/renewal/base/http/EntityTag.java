package city.renewal.base.http;

import city.renewal.base.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HexFormat;

/** Spares callers what they have already: an answer is named by what it was made from. */
public final class EntityTag {

    private static final int BYTES = 12;

    private EntityTag() {
    }

    /**
     * Names the answer, and ends it with 304 when the caller has the same one. Callers ask again each time.
     *
     * @param madeFrom everything that the answer depends on
     * @return whether the answer has been given
     */
    public static boolean answers(HttpServletRequest request, HttpServletResponse response, Object... madeFrom) {
        String tag = '"' + digest(Arrays.toString(madeFrom)) + '"';
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        String known = request.getHeader("If-None-Match");
        boolean same = known != null && Arrays.stream(known.split(","))
                .map(each -> each.strip().replaceFirst("^W/", ""))
                .anyMatch(each -> each.equals(tag) || each.equals("*"));
        if (same) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
        return same;
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, BYTES);
    }
}
