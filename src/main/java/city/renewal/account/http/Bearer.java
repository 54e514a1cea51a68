package city.renewal.account.http;

import city.renewal.account.Scope;
import city.renewal.account.TokenUse;
import city.renewal.account.Tokens;
import city.renewal.base.Refusal;
import city.renewal.base.http.Callers;
import city.renewal.base.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The personal token that a program sends (RFC 6750). */
public final class Bearer {

    private static final String SCHEME = "Bearer ";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Map<String, Integer> STATUSES = Map.of(
            "api.token", HttpServletResponse.SC_UNAUTHORIZED,
            "api.token.revoked", HttpServletResponse.SC_UNAUTHORIZED,
            "api.token.expired", HttpServletResponse.SC_UNAUTHORIZED,
            "api.token.scope", HttpServletResponse.SC_FORBIDDEN,
            "login.throttled", TOO_MANY_REQUESTS);

    private Bearer() {
    }

    /**
     * @param needed what the token has to allow, null for what every token may
     * @throws Problem with 401 when the token is missing, unknown, revoked or expired, 403 when it lacks the scope, 429
     *                 after too many failures; see {@link Tokens#use}
     */
    public static TokenUse of(Tokens tokens, @Nullable Scope needed, HttpServletRequest request,
                              HttpServletResponse response) {
        String authorization = request.getHeader("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"api\"");
            throw new Problem(HttpServletResponse.SC_UNAUTHORIZED, "api.token");
        }
        try {
            return tokens.use(authorization.substring(SCHEME.length()).strip(), needed, Callers.of(request.getRemoteAddr()));
        } catch (Refusal refusal) {
            throw problem(refusal, response);
        }
    }

    private static Problem problem(Refusal refusal, HttpServletResponse response) {
        int status = STATUSES.get(refusal.key());
        if (status == TOO_MANY_REQUESTS) {
            response.setHeader("Retry-After", String.valueOf(refusal.parameters()[0]));
        } else {
            response.setHeader("WWW-Authenticate", status == HttpServletResponse.SC_FORBIDDEN
                    ? "Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"" + refusal.parameters()[0] + "\""
                    : "Bearer realm=\"api\", error=\"invalid_token\"");
        }
        return new Problem(status, refusal.key(), refusal.parameters());
    }
}
