package city.renewal.gantt.ui;

import java.time.LocalDate;
import java.util.Map;

/**
 * The progress front line as it was.
 *
 * @param statusDate the last day whose progress was known then
 * @param points     where it crossed the rows, by their ids; a summary's point is drawn while it is folded
 */
public record EarlierFront(LocalDate statusDate, Map<Long, TimePoint> points) {

    public EarlierFront {
        points = Map.copyOf(points);
    }
}
