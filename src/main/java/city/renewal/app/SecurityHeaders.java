package city.renewal.app;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** Headers on every answer that keep foreign content and foreign frames out. */
final class SecurityHeaders implements Filter {

    /** For answers that run no script: everything closed. */
    static final String CLOSED =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; "
                    + "form-action 'self'";
    /** On every answer, unless a page of the program says something else itself. */
    static final HttpFields ALL = HttpFields.from(
            new PreEncodedHttpField("Content-Security-Policy", CLOSED),
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("Referrer-Policy", "same-origin"),
            new PreEncodedHttpField("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()"),
            new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"));
    private static final long YEAR_SECONDS = 31_536_000;
    /** On every answer over HTTPS: browsers stay with it for a year. */
    static final HttpField STAY_SECURE =
            new PreEncodedHttpField("Strict-Transport-Security", "max-age=" + YEAR_SECONDS);

    /**
     * For pages of the application. Vaadin 25.2 runs the expressions that its own server sends as functions made from
     * text, which needs {@code unsafe-eval}; scripts are otherwise those of this server that carry the nonce.
     */
    static String policy(String nonce) {
        return "default-src 'self'; script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'; "
                + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
                + "connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        ALL.forEach(field -> answer.setHeader(field.getName(), field.getValue()));
        if (request.isSecure()) {
            answer.setHeader(STAY_SECURE.getName(), STAY_SECURE.getValue());
        }
        if (((HttpServletRequest) request).getMethod().equals("TRACE")) {
            answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        boolean hashed = ((HttpServletRequest) request).getRequestURI().startsWith("/VAADIN/build/");
        chain.doFilter(request, hashed ? new KeptForAYear(answer) : answer);
    }

    /** Files whose names carry a hash of their content; Vaadin would have browsers ask again after an hour. */
    private static final class KeptForAYear extends HttpServletResponseWrapper {

        private KeptForAYear(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, name.equalsIgnoreCase("Cache-Control")
                    ? "public, max-age=" + YEAR_SECONDS + ", immutable"
                    : value);
        }
    }
}
