package city.renewal.site;

import city.renewal.base.Refusal;
import java.util.List;
import java.util.Map;

/**
 * What became of several reports that were confirmed in one go.
 *
 * @param refused why others do not count, by their ids
 */
public record ManyConfirmed(List<SiteReport> confirmed, Map<Long, Refusal> refused) {
}
