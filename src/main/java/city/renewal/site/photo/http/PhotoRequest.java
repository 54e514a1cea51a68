package city.renewal.site.photo.http;

import city.renewal.base.http.Problem;
import city.renewal.site.photo.PhotoLimits;
import city.renewal.site.photo.PhotoStage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request says of the photo that its body is. */
public record PhotoRequest(PhotoStage stage) {

    /** @throws Problem when the body is longer than a photo may be, or the stage is none */
    public static PhotoRequest of(HttpServletRequest request, PhotoLimits limits) {
        if (request.getContentLengthLong() > (long) limits.megabytes() << 20) {
            throw new Problem(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "photo.large", limits.megabytes());
        }
        return new PhotoRequest(stage(request.getParameter("stage")));
    }

    private static PhotoStage stage(@Nullable String given) {
        return given == null ? PhotoStage.DURING : Arrays.stream(PhotoStage.values())
                .filter(stage -> stage.name().toLowerCase(Locale.ROOT).equals(given))
                .findFirst()
                .orElseThrow(() -> new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.stage", given));
    }
}
