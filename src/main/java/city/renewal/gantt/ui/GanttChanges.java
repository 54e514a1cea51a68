package city.renewal.gantt.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became different, by id. A removed row takes its links and the rows below it along, whether or not these are
 * named. Immutable.
 *
 * @param rows         added rows, and those of which anything changed
 * @param removedRows  ids of the rows that are gone; unknown ids are passed over
 * @param links        added links, and those of which anything changed
 * @param removedLinks ids of the links that are gone; unknown ids are passed over
 */
public record GanttChanges(List<GanttRow> rows, List<Long> removedRows, List<GanttLink> links, List<Long> removedLinks) {

    /** Nothing changed: the answer that lets an edit be forgotten. */
    public static final GanttChanges NONE = new GanttChanges(List.of(), List.of(), List.of(), List.of());

    public GanttChanges {
        rows = List.copyOf(rows);
        removedRows = List.copyOf(removedRows);
        links = List.copyOf(links);
        removedLinks = List.copyOf(removedLinks);
    }

    /** @return a change of these rows alone */
    public static GanttChanges ofRows(List<GanttRow> rows) {
        return new GanttChanges(rows, List.of(), List.of(), List.of());
    }

    /**
     * Compares rows and links by id, so that a view may simply read its plan again and send only the difference.
     * Calendar, dates and columns are not compared: those need {@link GanttChart#setModel}.
     */
    public static GanttChanges between(GanttModel before, GanttModel after) {
        Map<Long, GanttRow> oldRows = new HashMap<>();
        before.rows().forEach(row -> oldRows.put(row.id(), row));
        Map<Long, GanttLink> oldLinks = new HashMap<>();
        before.links().forEach(link -> oldLinks.put(link.id(), link));

        List<GanttRow> rows = new ArrayList<>();
        Set<Long> kept = new HashSet<>();
        for (GanttRow row : after.rows()) {
            kept.add(row.id());
            if (!row.equals(oldRows.get(row.id()))) {
                rows.add(row);
            }
        }
        List<Long> removedRows = before.rows().stream().map(GanttRow::id).filter(id -> !kept.contains(id)).toList();

        List<GanttLink> links = new ArrayList<>();
        Set<Long> keptLinks = new HashSet<>();
        for (GanttLink link : after.links()) {
            keptLinks.add(link.id());
            if (!link.equals(oldLinks.get(link.id()))) {
                links.add(link);
            }
        }
        List<Long> removedLinks =
                before.links().stream().map(GanttLink::id).filter(id -> !keptLinks.contains(id)).toList();
        return new GanttChanges(rows, removedRows, links, removedLinks);
    }

    /** As {@link GanttModel#markedOutOfSequence}. */
    public GanttChanges markedOutOfSequence(Map<Long, String> how) {
        return how.isEmpty() ? this : new GanttChanges(rows.stream()
                .map(row -> how.containsKey(row.id()) ? row.markedOutOfSequence(how.get(row.id())) : row)
                .toList(), removedRows, links, removedLinks);
    }

    public boolean isEmpty() {
        return rows.isEmpty() && removedRows.isEmpty() && links.isEmpty() && removedLinks.isEmpty();
    }
}
