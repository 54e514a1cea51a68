package city.renewal.account.http;

import city.renewal.account.Account;
import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.base.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The personal token that a program sends. */
public final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {
    }

    /** @throws Problem with 401 when the token is missing or not valid */
    public static Actor of(Accounts accounts, HttpServletRequest request, HttpServletResponse response) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return accounts.byToken(authorization.substring(SCHEME.length()).strip())
                    .map(Account::actor)
                    .orElseThrow(() -> unauthorized(response));
        }
        throw unauthorized(response);
    }

    private static Problem unauthorized(HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"api\"");
        return new Problem(HttpServletResponse.SC_UNAUTHORIZED, "api.token");
    }
}
