package city.renewal.plan.ui.chart;

import city.renewal.base.CsvText;
import java.util.List;

/** What a chart shows, in figures; dates in them as {@code 2026-11-24}. */
public record ChartTable(List<String> heads, List<List<String>> rows) {

    public ChartTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** @return the table for spreadsheets */
    public byte[] csv() {
        CsvText text = new CsvText().row(heads);
        rows.forEach(text::row);
        return text.bytes();
    }
}
