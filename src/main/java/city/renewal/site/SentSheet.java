package city.renewal.site;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day sheet as a phone sends it, perhaps days after it was written and against a plan that is another by now.
 *
 * @param requestId chosen by the phone: letters, digits and hyphens, at most 64
 * @param sheet     for the day by the phone's clock; its lines have no request ids of their own
 * @param daysBack  how many days before the day of writing the sheet is for, 0 for the same day
 * @param writtenAt when it was written, by the phone's clock
 * @param sentAt    when it is sent, by the same clock
 * @param pause     why nobody works, or null; it may be all that is said
 * @param seen      what the phone knew, for each line of the sheet, in the same order
 */
public record SentSheet(
        String requestId,
        NewDaySheet sheet,
        int daysBack,
        Instant writtenAt,
        Instant sentAt,
        @Nullable PauseReason pause,
        List<Seen> seen) {

    /**
     * What a phone knew of a task.
     *
     * @param taskName at most 500 characters
     * @param left     what was left by its plan, or null
     * @param start    the task's first day, or null
     * @param settles  the kept line that this one takes the place of, or null
     */
    public record Seen(String taskName, @Nullable BigDecimal left, @Nullable LocalDate start, @Nullable Long settles) {
    }
}
