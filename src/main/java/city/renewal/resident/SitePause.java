package city.renewal.resident;

import city.renewal.site.PauseReason;
import java.time.OffsetDateTime;

/** Why nobody is on site, and since when that is said. */
public record SitePause(PauseReason reason, OffsetDateTime givenAt) {
}
