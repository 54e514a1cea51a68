package city.renewal.site.photo;

import city.renewal.base.Words;
import java.time.LocalDate;

/**
 * The same place before and after, or as far as there are photos of it.
 *
 * @param place  the building or section; the task where it has none
 * @param first  of the earlier stage
 * @param second of a later stage
 */
public record PhotoPair(Words place, Side first, Side second) {

    /** One photo of a pair; its copies are ready. */
    public record Side(long photoId, PhotoStage stage, LocalDate reportOn) {
    }
}
