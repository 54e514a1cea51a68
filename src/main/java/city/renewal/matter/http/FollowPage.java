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
 * @param warranty   whether it is about work under warranty, null when nothing is known
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
        @Nullable Warranty warranty,
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

    /**
     * What is said of a warranty.
     *
     * @param claim   that it is under warranty, that it may be, or that it is not
     * @param good    whether it certainly is
     * @param parties who repairs what until when
     */
    public record Warranty(String claim, boolean good, List<Repairs> parties) {
    }

    /** @param dial what a telephone dials, null without a number */
    public record Repairs(String work, String until, String who, @Nullable String phone, @Nullable String dial) {
    }

    public record Step(String what, String when, @Nullable String remark) {
    }
}
