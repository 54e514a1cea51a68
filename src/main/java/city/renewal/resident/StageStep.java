package city.renewal.resident;

import city.renewal.base.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a project.
 *
 * @param reachedOn null when not reached, or when the day is not known
 */
public record StageStep(
        String id, Words name, Progress progress, @Nullable LocalDate plannedOn, @Nullable LocalDate reachedOn) {

    /** Where the project is with the stage. */
    public enum Progress {
        PASSED,
        CURRENT,
        AHEAD
    }
}
