package city.renewal.plan.forecast;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a planner says about a late finish. Residents read the words, the catch-up plan and its day; owners are for staff.
 *
 * @param category     one of {@link city.renewal.plan.DelayReason#CATEGORIES}
 * @param words        why, for residents
 * @param owner        who answers for the reason; null or blank for the one who gives it
 * @param catchUp      what is done about it, null or blank for nothing yet
 * @param catchUpOwner who answers for that, needed with a plan to catch up
 * @param catchUpOn    day by which it is done, needed with a plan to catch up
 */
public record Explanation(
        String category,
        String words,
        @Nullable String owner,
        @Nullable String catchUp,
        @Nullable String catchUpOwner,
        @Nullable LocalDate catchUpOn) {

    /** Characters of a reason or of a plan to catch up, at most. */
    public static final int LONGEST_WORDS = 500;
    /** Characters of an owner's name, at most. */
    public static final int LONGEST_NAME = 128;

    /** A reason without a plan to catch up. */
    public static Explanation reason(String category, String words) {
        return new Explanation(category, words, null, null, null, null);
    }
}
