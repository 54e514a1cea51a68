package city.renewal.account.http;

import city.renewal.account.ApiToken;
import city.renewal.account.Scope;
import city.renewal.account.TokenUse;
import city.renewal.account.Tokens;
import city.renewal.base.Messages;
import city.renewal.base.http.JsonServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/me}: whose token this is, what it may do and until when. Any token that works may ask. */
public final class MeServlet extends JsonServlet {

    /** Where it is served. */
    public static final String PATH = "/api/v1/me";

    private final transient Tokens tokens;

    public MeServlet(Messages messages, Tokens tokens) {
        super(messages);
        this.tokens = tokens;
    }

    @Override
    protected void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TokenUse use = Bearer.of(tokens, null, request, response);
        response.setHeader("Cache-Control", "no-store");
        write(request, response, HttpServletResponse.SC_OK, Me.of(use));
    }

    /** Field names are a contract, described in openapi.json. */
    record Me(String login, String name, String role, String token, List<String> scopes,
              @Nullable LocalDate expiresOn) {

        static Me of(TokenUse use) {
            ApiToken token = use.token();
            return new Me(use.actor().login(), use.actor().name(), use.actor().role().name().toLowerCase(Locale.ROOT),
                    token.name(), token.allowed().stream().map(Scope::id).toList(), token.expiresOn());
        }
    }
}
