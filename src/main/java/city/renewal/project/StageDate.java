package city.renewal.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a stage was to be reached and when it was.
 *
 * @param stage     id of one of the kind's stages
 * @param reachedOn null while not reached
 */
public record StageDate(String stage, @Nullable LocalDate plannedOn, @Nullable LocalDate reachedOn) {
}
