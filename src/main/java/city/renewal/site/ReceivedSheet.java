package city.renewal.site;

import java.time.LocalDate;
import java.util.List;

/**
 * A sheet that came from a phone and is on disk.
 *
 * @param givenOn the day by the phone's clock
 * @param sheetOn the day that it counts for; another one when the phone's clock was wrong
 * @param lines   in the order in which they were sent
 */
public record ReceivedSheet(String requestId, LocalDate givenOn, LocalDate sheetOn, List<SheetLine> lines) {
}
