package city.renewal.gantt.ui;

import city.renewal.schedule.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a chart shows. Immutable; the words come from the resource bundles, see {@link GanttChart}.
 *
 * @param rows       in any order; a row whose parent is not among them stands at the top
 * @param links      in any order; a link to a row that is not there is not drawn
 * @param calendar   whose days off are shaded behind the bars
 * @param today      where the line of today stands
 * @param statusDate the last day whose progress is known, at whose evening the status line stands and from which the
 *                   front line starts; null for a plan without progress
 * @param columns    the columns left of the bars, from left to right, {@link GanttColumn#NAME} among them
 * @param compared   what the second shadows are, in the reader's language; null when no row has one
 * @param windows    times in which some rows must not be worked at, shaded in those rows
 */
public record GanttModel(
        List<GanttRow> rows,
        List<GanttLink> links,
        WorkCalendar calendar,
        LocalDate today,
        @Nullable LocalDate statusDate,
        List<GanttColumn> columns,
        @Nullable String compared,
        List<GanttWindow> windows) {

    public GanttModel {
        rows = List.copyOf(rows);
        links = List.copyOf(links);
        columns = List.copyOf(columns);
        windows = List.copyOf(windows);
        if (!columns.contains(GanttColumn.NAME)) {
            throw new IllegalArgumentException("A chart without the column of names cannot be read");
        }
    }

    /** A plan that is compared with nothing but its promise. */
    public GanttModel(List<GanttRow> rows, List<GanttLink> links, WorkCalendar calendar, LocalDate today,
                      @Nullable LocalDate statusDate, List<GanttColumn> columns) {
        this(rows, links, calendar, today, statusDate, columns, null);
    }

    /** A plan that is compared with another state of it. */
    public GanttModel(List<GanttRow> rows, List<GanttLink> links, WorkCalendar calendar, LocalDate today,
                      @Nullable LocalDate statusDate, List<GanttColumn> columns, @Nullable String compared) {
        this(rows, links, calendar, today, statusDate, columns, compared, List.of());
    }

    /**
     * @param how how the progress of some rows passed over links, by row, in the reader's language
     * @return the same chart with those rows marked
     */
    public GanttModel markedOutOfSequence(Map<Long, String> how) {
        return how.isEmpty() ? this : new GanttModel(rows.stream()
                .map(row -> how.containsKey(row.id()) ? row.markedOutOfSequence(how.get(row.id())) : row)
                .toList(), links, calendar, today, statusDate, columns, compared, windows);
    }

    /** @return the same chart with these windows */
    public GanttModel withWindows(List<GanttWindow> others) {
        return new GanttModel(rows, links, calendar, today, statusDate, columns, compared, others);
    }
}
