package city.renewal.gantt.ui;

import java.time.LocalDate;
import java.util.Set;

/**
 * A time in which some rows must not be worked at.
 *
 * @param first first day
 * @param last  last day, inclusive
 * @param label why, in the reader's language
 * @param rows  ids of the rows it stops
 */
public record GanttWindow(LocalDate first, LocalDate last, String label, Set<Long> rows) {

    public GanttWindow {
        rows = Set.copyOf(rows);
    }
}
