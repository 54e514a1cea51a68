package city.renewal.matter.http;

import city.renewal.base.http.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for a report. Without a token the project is chosen first.
 *
 * @param refused why what was sent was not taken, or null
 * @param bits    that the puzzle wants
 * @param script  solves it
 */
public record FormPage(
        Frame frame,
        @Nullable String refused,
        @Nullable String token,
        int bits,
        @Nullable String script,
        String action,
        String wall,
        String other,
        String project,
        String projectName,
        List<Frame.Choice> projects,
        List<Frame.Choice> kinds,
        List<Frame.Choice> buildings,
        String stairwell,
        String text,
        String phone,
        int longest,
        String textHint,
        String photoHint,
        String phoneHint,
        String slowHint) {
}
