package city.renewal.plan.ui;

import city.renewal.gantt.ui.GanttColumn;
import city.renewal.gantt.ui.GanttLink;
import city.renewal.gantt.ui.GanttModel;
import city.renewal.gantt.ui.GanttRow;
import city.renewal.gantt.ui.RowKind;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.TaskDates;
import city.renewal.plan.baseline.PlanDifference;
import city.renewal.plan.baseline.PlanLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws two versions of a plan in one chart, to look at: the right one as bars, the left one as their second shadow.
 * The original promise stays the first shadow, as everywhere.
 */
public final class ComparisonChart {

    private ComparisonChart() {
    }

    /**
     * @param today       the chart of the plan as it stands
     * @param differences from left to right
     * @param rightIsNow  whether the bars are those of the plan as it stands
     * @param shadow      what the left version is called; null when it is the promise, which is drawn anyway
     * @param locale      in which tasks are named
     */
    public static GanttModel of(GanttModel today, List<PlanDifference> differences, boolean rightIsNow,
                                @Nullable String shadow, Locale locale) {
        Map<Long, GanttRow> live = HashMap.newHashMap(today.rows().size());
        today.rows().forEach(row -> live.put(row.id(), row));
        Set<Long> drawn = new HashSet<>();
        differences.stream().filter(each -> each.right() != null).forEach(each -> drawn.add(each.line().taskId()));
        List<GanttRow> rows = new ArrayList<>(drawn.size());
        for (PlanDifference difference : differences) {
            PlanLine line = difference.right();
            if (line != null) {
                GanttRow row = row(line, line.names().in(locale), live.get(line.taskId()), rows.size(), drawn,
                        rightIsNow);
                PlanLine left = difference.left();
                rows.add(shadow == null || left == null ? row : row.comparedWith(left.startOn(), left.finishOn()));
            }
        }
        List<GanttLink> links = rightIsNow ? today.links() : List.of();
        return new GanttModel(rows, links, today.calendar(), today.today(), rightIsNow ? today.statusDate() : null,
                List.of(GanttColumn.NUMBER, GanttColumn.NAME, GanttColumn.START, GanttColumn.FINISH,
                        GanttColumn.VARIANCE), shadow);
    }

    /**
     * @param chart  of one version of a plan, to work on
     * @param other  the version that is drawn as its second shadow
     * @param shadow what the other version is called
     */
    public static GanttModel shadowed(GanttModel chart, PlanSnapshot other, String shadow) {
        Map<Long, TaskDates> dates = HashMap.newHashMap(other.tasks().size());
        other.tasks().forEach(task -> dates.put(task.id(), task.dates()));
        List<GanttRow> rows = chart.rows().stream()
                .map(row -> dates.containsKey(row.id())
                        ? row.comparedWith(dates.get(row.id()).startOn(), dates.get(row.id()).finishOn())
                        : row)
                .toList();
        return new GanttModel(rows, chart.links(), chart.calendar(), chart.today(), chart.statusDate(),
                chart.columns(), shadow);
    }

    private static GanttRow row(PlanLine line, String name, @Nullable GanttRow live, int position, Set<Long> drawn,
                                boolean rightIsNow) {
        Long parent = line.parentId() != null && drawn.contains(line.parentId()) ? line.parentId() : null;
        RowKind kind = line.summary() ? RowKind.SUMMARY : line.milestone() ? RowKind.MILESTONE : RowKind.TASK;
        if (live == null) {
            return new GanttRow(line.taskId(), parent, position, "", name, "", "", kind, line.startOn(),
                    line.finishOn(), null, null, 0, null, false, null, false);
        }
        return new GanttRow(line.taskId(), parent, position, live.number(), name, live.itemClass(),
                live.quantity(), kind, line.startOn(), line.finishOn(), live.promisedStart(), live.promisedFinish(),
                rightIsNow ? live.share() : 0, rightIsNow ? live.daysLate() : null, rightIsNow && live.critical(),
                rightIsNow ? live.front() : null, false);
    }
}
