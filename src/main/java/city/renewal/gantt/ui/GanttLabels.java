package city.renewal.gantt.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The words that the element shows or reads out. It has none of its own: each is a key of the resource bundles below
 * {@code gantt.}; {@code {0}}, {@code {1}} … are filled in by the element.
 */
final class GanttLabels {

    static final String PREFIX = "gantt.";

    /** Said when no listener answered an edit. */
    static final String UNANSWERED = PREFIX + "refused.unanswered";

    /** Said when an edit arrives for what the reader may not change. */
    static final String NOT_EDITABLE = PREFIX + "refused.readonly";

    /** Keys without the prefix, in the order in which they are sent. */
    static final List<String> KEYS = List.of(
            "title", "help", "empty.title", "empty.text", "column.number", "column.name", "column.class",
            "column.duration", "column.quantity", "column.start", "column.finish", "column.predecessors",
            "column.variance", "column.width", "toolbar", "zoom",
            "zoom.day", "zoom.week", "zoom.month", "zoom.quarter", "zoom.fit", "today.show", "expand.all",
            "collapse.all", "earlier", "late", "early", "ontime", "late.mark", "today", "status", "axis.quarter", "kind.task",
            "kind.summary", "kind.milestone", "critical", "row", "row.promise", "row.compared", "row.done", "row.waits",
            "row.awaited", "row.linked", "link.fs", "link.ss", "link.ff", "link.sf", "link.ends", "link.remove", "refused", "close",
            "moved", "legend", "legend.done", "legend.planned", "legend.promised", "legend.late", "legend.critical",
            "legend.summary", "legend.milestone", "legend.promised.milestone", "legend.today", "legend.status",
            "legend.front", "legend.earlier", "legend.sequence", "sequence.mark", "legend.off", "legend.window");

    private GanttLabels() {
    }

    /**
     * @param translation gives the text of a full key
     * @return texts by key without the prefix
     */
    static Map<String, String> translate(UnaryOperator<String> translation) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String key : KEYS) {
            words.put(key, translation.apply(PREFIX + key));
        }
        return words;
    }
}
