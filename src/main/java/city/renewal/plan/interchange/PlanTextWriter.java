package city.renewal.plan.interchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a plan as comma-separated text in UTF-8, days as {@code 2026-11-23}, shares from 0 to 1. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front, because names come from foreign files.
 */
final class PlanTextWriter {

    /** Without it spreadsheets take Chinese for another character set. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA_STARTS = "=+-@\t\r";

    /** @param out left open */
    void write(PlanTable table, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
        printer.printRecord(table.headings());
        for (PlanTable.Row row : table.rows()) {
            List<String> cells = Arrays.stream(PlanColumn.values())
                    .map(column -> text(row.cells().getOrDefault(column, "")))
                    .toList();
            printer.printRecord(cells);
        }
        printer.flush();
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        String text = value.toString();
        boolean formula = value instanceof String && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
