package city.renewal.matter.http;

import city.renewal.base.http.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One matter as the resident follows it.
 *
 * @param refused    why something was not done, or null
 * @param told       what was just done, or null
 * @param address    of this page, to be kept; shown after the report
 * @param merged     says that it repeats another, or null
 * @param reopenHint until when it can be opened again, null when it cannot
 */
public record FollowPage(
        Frame frame,
        @Nullable String refused,
        @Nullable String told,
        String number,
        String state,
        @Nullable String address,
        List<Fact> facts,
        @Nullable String merged,
        @Nullable String answer,
        boolean mayRate,
        List<Frame.Choice> stars,
        @Nullable String reopenHint,
        String text,
        List<Step> steps,
        String action,
        String token,
        String report,
        String wall) {

    public record Fact(String term, String value, boolean late) {
    }

    public record Step(String what, String when, @Nullable String remark) {
    }
}
