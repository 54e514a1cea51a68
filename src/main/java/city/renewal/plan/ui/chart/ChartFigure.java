package city.renewal.plan.ui.chart;

import city.renewal.base.ui.WindowWidth;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A chart with the table behind it, and both as files. On a phone the chart is drawn anew, narrow. */
@CssImport("./styles/chart.css")
public final class ChartFigure extends Section {

    /** Width of drawings for screens and files. */
    private static final int WIDE = 1080;
    private static final int NARROW = 344;

    private final DrawnChart chart = new DrawnChart();
    private final Div table = new Div();
    private final Button toggle;

    /**
     * @param fileName of the files, without an ending
     * @param drawing  draws it at a width
     */
    public ChartFigure(String fileName, IntFunction<String> drawing, ChartTable figures) {
        addClassNames("chart", "card");
        toggle = new Button(getTranslation("chart.table"), click -> showTable(!table.isVisible()));
        toggle.setId("chart-toggle");
        Button png = new Button(getTranslation("chart.png"), click -> chart.savePng(fileName + ".png"));
        png.setId("chart-png");
        for (Button button : List.of(toggle, png)) {
            button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        }
        Div tools = new Div(toggle,
                file(fileName + ".svg", "image/svg+xml", () -> drawing.apply(WIDE).getBytes(StandardCharsets.UTF_8),
                        "chart.svg"),
                png,
                file(fileName + ".csv", "text/csv;charset=utf-8", figures::csv, "chart.csv"));
        tools.addClassName("chart-tools");
        table.add(table(figures));
        table.addClassName("chart-table");
        table.setVisible(false);
        chart.show(drawing.apply(WIDE));
        add(tools, chart, table);
        WindowWidth.listen(this, phone -> chart.show(drawing.apply(phone ? NARROW : WIDE)));
    }

    private void showTable(boolean shown) {
        table.setVisible(shown);
        chart.setVisible(!shown);
        toggle.setText(getTranslation(shown ? "chart.chart" : "chart.table"));
    }

    private Anchor file(String name, String type, Supplier<byte[]> content, String key) {
        Anchor anchor = new Anchor(DownloadHandler.fromInputStream(download -> {
            byte[] bytes = content.get();
            return new DownloadResponse(new ByteArrayInputStream(bytes), name, type, bytes.length);
        }), getTranslation(key));
        anchor.getElement().setAttribute("download", name);
        return anchor;
    }

    private static NativeTable table(ChartTable figures) {
        NativeTableRow heads = new NativeTableRow();
        figures.heads().forEach(head -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(head);
            cell.getElement().setAttribute("scope", "col");
            heads.add(cell);
        });
        NativeTableHeader header = new NativeTableHeader();
        header.add(heads);
        NativeTableBody body = new NativeTableBody();
        for (List<String> cells : figures.rows()) {
            NativeTableRow row = new NativeTableRow();
            cells.forEach(cell -> row.add(new NativeTableCell(cell)));
            body.add(row);
        }
        NativeTable shown = new NativeTable();
        shown.add(header, body);
        return shown;
    }
}
