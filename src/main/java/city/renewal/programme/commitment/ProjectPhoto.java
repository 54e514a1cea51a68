package city.renewal.programme.commitment;

import city.renewal.base.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The newest photo of a linked project that everybody may see.
 *
 * @param task     what residents call the work in it
 * @param place    where the work is done, null where its task does not say
 * @param reportOn day of the confirmed report that it belongs to
 */
public record ProjectPhoto(long id, long projectId, Words task, @Nullable Words place, LocalDate reportOn) {
}
