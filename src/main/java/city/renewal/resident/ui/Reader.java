package city.renewal.resident.ui;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Words;
import city.renewal.gantt.ui.GanttModel;
import city.renewal.gantt.ui.GanttRow;
import city.renewal.gantt.ui.GanttWindow;
import city.renewal.gantt.ui.RowKind;
import city.renewal.notice.NoticeWords;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.plan.ui.PlanGantt;
import city.renewal.plan.ui.StandingWords;
import city.renewal.project.Kinds;
import city.renewal.project.Measure;
import city.renewal.resident.Evidence;
import city.renewal.resident.ResidentWords;
import city.renewal.resident.TimelineEntry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says things of a project in one reader's language; shared by the parts of a page. */
final class Reader {

    private final Messages messages;
    private final ResidentWords said;
    private final PlanGantt drawing;

    Reader(Messages messages, Kinds kinds, Clock clock, Locale locale) {
        this.messages = messages;
        this.said = ResidentWords.in(locale, messages, kinds, LocalDate.now(clock), clock.getZone());
        this.drawing = new PlanGantt(kinds, said.formats(), this::text);
    }

    String text(String key, Object... parameters) {
        return said.text(key, parameters);
    }

    String words(Words words) {
        return said.words(words);
    }

    Formats formats() {
        return said.formats();
    }

    ZoneId zone() {
        return said.zone();
    }

    NoticeWords notices() {
        return said.notices();
    }

    StandingWords standings() {
        return new StandingWords(messages, said.formats());
    }

    /** @return the day, or what stands for one that is not known */
    String date(@Nullable LocalDate day) {
        return said.date(day);
    }

    String moment(OffsetDateTime at) {
        return said.moment(at);
    }

    String day(OffsetDateTime at) {
        return said.day(at);
    }

    /** @return the quantity with its unit, or in percent for work that is not measured */
    String quantity(BigDecimal quantity, String unit) {
        return said.quantity(quantity, unit);
    }

    /** @return such as {@code 8,260 / 14,300 m²} */
    String sum(Evidence report) {
        return said.sum(report);
    }

    /** @return such as {@code floor area 55,000 m²} */
    String measure(String kind, Measure measure) {
        return said.measure(kind, measure);
    }

    String task(Task task) {
        return drawing.publicName(task);
    }

    /** @return the chart of the lines that {@link TimelineEntry} has; an item over several tasks is one bar */
    GanttModel chart(PlanSnapshot plan) {
        GanttModel whole = drawing.forResidents(plan);
        Map<Long, TimelineEntry> entries = TimelineEntry.of(plan).stream()
                .collect(Collectors.toMap(entry -> entry.task().id(), Function.identity()));
        List<GanttRow> rows = whole.rows().stream()
                .filter(row -> entries.containsKey(row.id()))
                .map(row -> row.kind() == RowKind.SUMMARY && !entries.get(row.id()).group() ? bar(row) : row)
                .toList();
        return new GanttModel(rows, List.of(), whole.calendar(), whole.today(), whole.statusDate(), whole.columns())
                .withWindows(whole.windows().stream().map(window -> onBars(window, rows, plan)).toList());
    }

    /** An item over several tasks is stopped where one of them is. */
    private static GanttWindow onBars(GanttWindow window, List<GanttRow> rows, PlanSnapshot plan) {
        Set<Long> stopped = new HashSet<>(window.rows());
        plan.tasks().stream()
                .filter(task -> window.rows().contains(task.id()) && task.input().parentId() != null)
                .forEach(task -> stopped.add(task.input().parentId()));
        return new GanttWindow(window.first(), window.last(), window.label(), rows.stream()
                .filter(row -> row.kind() == RowKind.TASK && stopped.contains(row.id()))
                .map(GanttRow::id)
                .collect(Collectors.toSet()));
    }

    private static GanttRow bar(GanttRow row) {
        return new GanttRow(row.id(), row.parent(), row.position(), row.number(), row.name(), row.itemClass(),
                row.quantity(), RowKind.TASK, row.start(), row.finish(), row.promisedStart(), row.promisedFinish(),
                row.share(), row.daysLate(), row.critical(), row.front(), row.editable());
    }
}
