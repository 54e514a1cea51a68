package city.renewal.resident;

import city.renewal.base.Words;
import java.time.LocalDate;

/**
 * The newest photo that everybody may see.
 *
 * @param task     what residents call the work in it
 * @param reportOn day of the confirmed report that it belongs to
 */
public record SitePhoto(long id, Words task, LocalDate reportOn) {
}
