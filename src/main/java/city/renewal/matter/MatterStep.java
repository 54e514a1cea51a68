package city.renewal.matter;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a matter.
 *
 * @param actor who did it, null for the resident or the program
 * @param shown whether those who follow the matter read the remark
 */
public record MatterStep(MatterAct act, @Nullable String actor, OffsetDateTime takenAt, @Nullable String remark,
                         boolean shown) {
}
