package city.renewal.plan.print;

import city.renewal.base.Formats;
import city.renewal.base.print.SheetFont;
import city.renewal.base.print.SheetPen;
import city.renewal.plan.OutlineNumbers;
import city.renewal.plan.PlanFrontLine;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.schedule.CriticalPathScheduler;
import city.renewal.schedule.FrontLine;
import city.renewal.schedule.Network;
import city.renewal.schedule.OutOfSequence;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A plan as sheets to print, hang up and sign: A3 in landscape, heading and time axis on every page, the bars with the
 * promise below them and the progress front line over them, fonts embedded. Keeps no state; may be shared between
 * threads.
 */
public final class PrintSheet {

    private final Kinds kinds;

    public PrintSheet(Kinds kinds) {
        this.kinds = kinds;
    }

    /**
     * @param formats the reader's language, and the day on which the sheet is printed
     * @param out     left open
     */
    public void write(Project project, PlanSnapshot plan, Formats formats, OutputStream out) throws IOException {
        List<SheetRow> rows = rows(plan, formats);
        SheetTable table = new SheetTable(formats, key -> formats.messages().text(formats.locale(), key));
        SheetChart chart = new SheetChart(plan, axis(plan), formats);
        SheetFrame frame = new SheetFrame(project, plan, rows.stream().anyMatch(SheetRow::outOfSequence), formats);
        int pages = Math.max(1, Math.ceilDiv(rows.size(), SheetMeasures.ROWS_A_PAGE));
        try (PDDocument document = new PDDocument()) {
            SheetFont regular = new SheetFont(document, SheetFont.REGULAR);
            SheetFont bold = new SheetFont(document, SheetFont.BOLD);
            document.getDocumentInformation().setTitle(project.name());
            for (int page = 0; page < pages; page++) {
                int first = page * SheetMeasures.ROWS_A_PAGE;
                List<SheetRow> shown = rows.subList(first,
                        Math.min(rows.size(), first + SheetMeasures.ROWS_A_PAGE));
                PDPage sheet = new PDPage(new PDRectangle(SheetMeasures.WIDTH, SheetMeasures.HEIGHT));
                document.addPage(sheet);
                try (PDPageContentStream stream = new PDPageContentStream(document, sheet)) {
                    SheetPen pen = new SheetPen(stream, SheetMeasures.HEIGHT, regular, bold);
                    page(pen, table, chart, shown);
                    frame.draw(pen, page + 1, pages);
                }
            }
            document.save(out);
        }
    }

    private static void page(SheetPen pen, SheetTable table, SheetChart chart, List<SheetRow> rows)
            throws IOException {
        float bottom = SheetMeasures.ROWS_TOP + rows.size() * SheetMeasures.ROW;
        table.heading(pen);
        chart.draw(pen, rows, bottom);
        for (int i = 0; i < rows.size(); i++) {
            table.row(pen, rows.get(i), SheetMeasures.ROWS_TOP + i * SheetMeasures.ROW);
        }
        table.grid(pen, bottom);
    }

    private static SheetAxis axis(PlanSnapshot plan) {
        LocalDate first = plan.head().startsOn();
        LocalDate last = first;
        for (Task task : plan.tasks()) {
            for (LocalDate day : Stream.of(task.dates().startOn(), task.dates().finishOn(),
                    task.dates().promisedStartOn(), task.dates().promisedFinishOn()).filter(Objects::nonNull).toList()) {
                first = day.isBefore(first) ? day : first;
                last = day.isAfter(last) ? day : last;
            }
        }
        return SheetAxis.between(first, last, SheetMeasures.CHART_LEFT,
                SheetMeasures.RIGHT - SheetMeasures.CHART_LEFT);
    }

    private List<SheetRow> rows(PlanSnapshot plan, Formats formats) {
        Map<Long, String> numbers = OutlineNumbers.of(plan.tasks());
        Map<Long, List<Task>> children = plan.children();
        Map<Long, Double> shares = plan.shares();
        Set<Long> passed = plan.tasks().stream().anyMatch(Task::started) ? outOfSequence(plan.network()) : Set.of();
        Map<Long, FrontLine.Point> front = PlanFrontLine.points(plan);
        Map<Long, Integer> depths = new HashMap<>();
        List<SheetRow> rows = new ArrayList<>(plan.tasks().size());
        for (Task task : plan.tasks()) {
            Long parent = task.input().parentId();
            depths.put(task.id(), parent == null ? 0 : depths.get(parent) + 1);
            boolean summary = children.containsKey(task.id());
            String name = task.names().in(formats.locale());
            boolean marked = passed.contains(task.id());
            rows.add(new SheetRow(task, numbers.get(task.id()),
                    marked ? formats.messages().text(formats.locale(), SheetFrame.SEQUENCE_MARK) + ' ' + name : name,
                    quantity(task, summary, formats), depths.get(task.id()), summary, shares.get(task.id()), marked,
                    summary ? null : front.get(task.id())));
        }
        return rows;
    }

    private static Set<Long> outOfSequence(Network network) {
        return OutOfSequence.find(network, new CriticalPathScheduler().schedule(network)).stream()
                .map(each -> each.link().successor()).collect(Collectors.toSet());
    }

    private String quantity(Task task, boolean summary, Formats formats) {
        TaskInput input = task.input();
        if (summary || input.milestone()) {
            return "";
        }
        return input.unit().equals(TaskInput.PERCENT)
                ? formats.percent(task.doneShare())
                : formats.number(task.progress().done()) + " / "
                        + formats.quantity(input.plannedQuantity(), kinds.unit(input.unit()));
    }
}
