package city.renewal.account.http;

import city.renewal.account.Actor;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The person whose signed-in browser calls an endpoint. */
public final class Session {

    /**
     * The id of the account for which a page writes. A foreign page cannot send it, because browsers ask first whether
     * they may; and what one person left on a phone is not sent by the next who signs in there.
     */
    public static final String ACCOUNT = "Huanxin-Account";

    private Session() {
    }

    /** @throws Problem with 401 when nobody is signed in */
    public static Actor reading(HttpServletRequest request) {
        return SignedIn.in(request).orElseThrow(() ->
                new Problem(HttpServletResponse.SC_UNAUTHORIZED, "refused.signed-out"));
    }

    /**
     * @throws Problem with 403 when the request does not come from a page of this server, with 401 when nobody is
     *                 signed in or somebody else than the page wrote for
     */
    public static Actor writing(HttpServletRequest request) {
        String account = request.getHeader(ACCOUNT);
        if (account == null || !ownPage(request)) {
            throw new Problem(HttpServletResponse.SC_FORBIDDEN, "api.foreign-page");
        }
        Actor actor = reading(request);
        if (!account.equals(String.valueOf(actor.accountId()))) {
            throw new Problem(HttpServletResponse.SC_UNAUTHORIZED, "api.other-account", actor.name());
        }
        return actor;
    }

    /** By what browsers say of themselves; a proxy may well have changed the host, so that one is asked last. */
    private static boolean ownPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return site != null ? site.equals("same-origin")
                : origin == null || host(origin).equalsIgnoreCase(request.getHeader("Host"));
    }

    private static String host(String origin) {
        try {
            @Nullable String authority = URI.create(origin).getAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
