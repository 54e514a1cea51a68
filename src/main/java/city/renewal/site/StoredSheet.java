package city.renewal.site;

import java.util.List;

/**
 * A sheet with the reports that were sent with it.
 *
 * @param reports in the order of the lines
 */
public record StoredSheet(DaySheet sheet, List<SiteReport> reports) {
}
