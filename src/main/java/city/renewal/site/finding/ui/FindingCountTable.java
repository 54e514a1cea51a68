package city.renewal.site.finding.ui;

import city.renewal.site.finding.FindingCount;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How many findings there are of each project, or of each party: by state, and overdue. Most overdue first. */
@CssImport("./styles/findings.css")
public final class FindingCountTable extends Div {

    /**
     * @param head   what the lines are of
     * @param counts of projects and parties; those with the same key are added up
     * @param key    what a line is of
     * @param name   how a line is headed, given one of its counts
     */
    public FindingCountTable(String head, List<FindingCount> counts, Function<FindingCount, String> key,
                             Function<FindingCount, Component> name) {
        addClassName("finding-counts");
        Map<String, FindingCount> lines = new LinkedHashMap<>();
        counts.forEach(count -> lines.merge(key.apply(count), count, FindingCount::plus));
        NativeTable table = new NativeTable();
        NativeTableRow heads = table.getHead().addRow();
        heads.addHeaderCell().setText(head);
        for (String state : List.of("raised", "assigned", "rectified", "closed")) {
            heads.addHeaderCell().setText(getTranslation("finding.state." + state));
        }
        for (String level : List.of("handler", "manager", "officer")) {
            heads.addHeaderCell().setText(getTranslation("finding.count." + level));
        }
        heads.getChildren().forEach(cell -> cell.getElement().setAttribute("scope", "col"));
        lines.values().stream()
                .sorted(Comparator.comparingInt((FindingCount line) -> -line.overdue())
                        .thenComparingInt(line -> -line.open()))
                .forEach(line -> {
                    NativeTableRow row = table.getBody().addRow();
                    NativeTableHeaderCell first = row.addHeaderCell();
                    first.getElement().setAttribute("scope", "row");
                    first.add(name.apply(line));
                    for (int number : new int[] {line.raised(), line.assigned(), line.rectified(), line.closed()}) {
                        row.addDataCell().setText(String.valueOf(number));
                    }
                    for (int number : new int[] {line.overdue(), line.manager(), line.officer()}) {
                        NativeTableCell cell = row.addDataCell();
                        cell.setText(String.valueOf(number));
                        cell.setClassName("finding-late", number > 0);
                    }
                });
        add(table);
    }
}
