package city.renewal.site.photo.http;

import city.renewal.account.Actor;
import city.renewal.account.Scope;
import city.renewal.account.Tokens;
import city.renewal.account.http.Bearer;
import city.renewal.base.Messages;
import city.renewal.base.http.JsonServlet;
import city.renewal.site.photo.Photos;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code POST /api/v1/reports/{report}/photos}: the photo's bytes as the body, with a personal token. */
public final class ReportPhotosServlet extends JsonServlet {

    /** Where it is served. */
    public static final String PATH = "/api/v1/reports";

    private static final Pattern PARTS = Pattern.compile("/([0-9]{1,18})/photos/?");

    private final transient Tokens tokens;
    private final transient Photos photos;

    public ReportPhotosServlet(Messages messages, Tokens tokens, Photos photos) {
        super(messages);
        this.tokens = tokens;
        this.photos = photos;
    }

    @Override
    protected void get(HttpServletRequest request, HttpServletResponse response) {
        report(request);
        throw notAllowed(response, "POST");
    }

    @Override
    protected void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long report = report(request);
        Actor actor = Bearer.of(tokens, Scope.PHOTOS_WRITE, request, response).actor();
        PhotoRequest photo = PhotoRequest.of(request, photos.limits());
        response.setHeader("Cache-Control", "no-store");
        write(request, response, HttpServletResponse.SC_CREATED,
                PhotoJson.of(photos.add(actor, report, photo.stage(), request.getInputStream())));
    }

    private static long report(HttpServletRequest request) {
        Matcher parts = PARTS.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!parts.matches()) {
            throw unknownAddress();
        }
        return Long.parseLong(parts.group(1));
    }
}
