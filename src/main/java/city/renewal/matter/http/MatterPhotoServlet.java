package city.renewal.matter.http;

import city.renewal.account.ui.SignedIn;
import city.renewal.matter.MatterPhotos;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code /matter-photo/{id}}: a resident's photo for the handler of its matter. Who may not see it is told that there is none. */
public final class MatterPhotoServlet extends HttpServlet {

    /** What every address begins with. */
    public static final String PATH = "/matter-photo";

    private final transient MatterPhotos photos;

    public MatterPhotoServlet(MatterPhotos photos) {
        this.photos = photos;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Optional<Path> copy = path.matches("/[0-9]{1,18}")
                ? SignedIn.in(request).flatMap(reader -> photos.copy(reader, Long.parseLong(path.substring(1))))
                : Optional.empty();
        response.setHeader("Cache-Control", "no-store");
        if (copy.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            response.setContentType("image/jpeg");
            response.setContentLengthLong(Files.size(copy.get()));
            Files.copy(copy.get(), response.getOutputStream());
        } finally {
            Files.deleteIfExists(copy.get());
        }
    }
}
