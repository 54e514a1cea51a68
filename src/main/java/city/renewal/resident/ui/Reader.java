package city.renewal.resident.ui;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Words;
import city.renewal.gantt.ui.GanttModel;
import city.renewal.gantt.ui.GanttRow;
import city.renewal.gantt.ui.GanttWindow;
import city.renewal.gantt.ui.RowKind;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.plan.ui.PlanGantt;
import city.renewal.plan.ui.StandingWords;
import city.renewal.project.Kinds;
import city.renewal.project.Measure;
import city.renewal.resident.Evidence;
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
    private final Kinds kinds;
    private final ZoneId zone;
    private final Formats formats;
    private final PlanGantt drawing;

    Reader(Messages messages, Kinds kinds, Clock clock, Locale locale) {
        this.messages = messages;
        this.kinds = kinds;
        this.zone = clock.getZone();
        this.formats = new Formats(messages, locale, LocalDate.now(clock));
        this.drawing = new PlanGantt(kinds, formats, this::text);
    }

    String text(String key, Object... parameters) {
        return messages.text(formats.locale(), key, parameters);
    }

    String words(Words words) {
        return words.in(formats.locale());
    }

    Formats formats() {
        return formats;
    }

    StandingWords standings() {
        return new StandingWords(messages, formats);
    }

    /** @return the day, or what stands for one that is not known */
    String date(@Nullable LocalDate day) {
        return day == null ? text("resident.date.unknown") : formats.date(day);
    }

    String moment(OffsetDateTime at) {
        return formats.moment(at, zone);
    }

    String day(OffsetDateTime at) {
        return formats.date(at.atZoneSameInstant(zone).toLocalDate());
    }

    /** @return the quantity with its unit, or in percent for work that is not measured */
    String quantity(BigDecimal quantity, String unit) {
        return unit.equals(TaskInput.PERCENT)
                ? formats.number(quantity) + "%"
                : formats.quantity(quantity, kinds.unit(unit));
    }

    /** @return such as {@code 8,260 / 14,300 m²} */
    String sum(Evidence report) {
        return report.unit().equals(TaskInput.PERCENT)
                ? quantity(report.cumulative(), report.unit())
                : formats.number(report.cumulative()) + " / " + quantity(report.planned(), report.unit());
    }

    /** @return such as {@code floor area 55,000 m²}, without the name where the unit says it: {@code 120 households} */
    String measure(String kind, Measure measure) {
        String unit = words(kinds.unit(measure.unit())).toLowerCase(Locale.ROOT);
        return kinds.get(kind).measures().stream()
                .filter(each -> each.id().equals(measure.measure()))
                .map(each -> words(each.name()))
                .filter(name -> !name.toLowerCase(Locale.ROOT).contains(unit)
                        && !unit.contains(name.toLowerCase(Locale.ROOT)))
                .map(name -> name + " ")
                .findFirst()
                .orElse("") + quantity(measure.amount(), measure.unit());
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
