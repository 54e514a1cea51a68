package city.renewal.plan;

import java.time.OffsetDateTime;

/** Why a calendar was changed, by whom and when. */
public record CalendarNote(String reason, String author, OffsetDateTime at) {
}
