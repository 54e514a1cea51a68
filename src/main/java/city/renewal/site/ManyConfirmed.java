package city.renewal.site;

import city.renewal.base.Refusal;
import java.util.List;
import java.util.Map;

/**
 * What became of several reports that were decided in one go.
 *
 * @param confirmed ids of those that count from now on, in the order in which they were asked for
 * @param refused   why others do not count, by their ids
 */
public record ManyConfirmed(List<Long> confirmed, Map<Long, Refusal> refused) {
}
