package city.renewal.site.photo.http;

import city.renewal.account.Actor;
import city.renewal.account.ui.SignedIn;
import city.renewal.site.photo.PhotoCopy;
import city.renewal.site.photo.Photos;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /photo/{id}/thumbnail.jpg} and {@code /stamped.jpg} for those who may see the photo, {@code /original} for
 * staff. Who may not is told the same as of a photo that is not there.
 */
public final class PhotoServlet extends HttpServlet {

    private static final Pattern PARTS = Pattern.compile("/([0-9]{1,18})/([a-z.]+)");
    private static final String ORIGINAL = "original";

    private final transient Photos photos;

    public PhotoServlet(Photos photos) {
        this.photos = photos;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher parts = PARTS.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        Optional<Photos.Shown> found = parts.matches()
                ? find(Long.parseLong(parts.group(1)), parts.group(2), SignedIn.in(request).orElse(null))
                : Optional.empty();
        if (found.isEmpty() || !Files.exists(found.get().file())) {
            response.setHeader("Cache-Control", "no-store");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(found.get(), request, response);
    }

    private Optional<Photos.Shown> find(long id, String name, @Nullable Actor reader) {
        if (name.equals(ORIGINAL)) {
            return reader == null ? Optional.empty() : photos.original(id);
        }
        return Arrays.stream(PhotoCopy.values())
                .filter(copy -> copy.fileName().equals(name))
                .findFirst()
                .flatMap(copy -> photos.copy(id, copy, reader));
    }

    private static void send(Photos.Shown photo, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = '"' + photo.tag() + '"';
        // Asked again each time, because a project may be closed to the public; the answer is then a short one.
        response.setHeader("Cache-Control", photo.open() ? "no-cache" : "private, no-cache");
        response.setHeader("ETag", tag);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(photo.contentType());
        response.setContentLengthLong(Files.size(photo.file()));
        Files.copy(photo.file(), response.getOutputStream());
    }
}
