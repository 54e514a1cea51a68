package city.renewal.plan.interchange;

import city.renewal.base.print.SheetNames;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.dhatim.fastexcel.Color;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a plan as a spreadsheet in which what follows from other cells is a formula: a summary's dates and share, the
 * days against the promise, and the totals in the last row. Shares are weighted as everywhere in this program.
 */
final class WorkbookWriter {

    private static final String DAY = "yyyy-mm-dd";
    private static final String PERCENT = "0%";
    private static final String HEAD = "E2F0EC";
    private static final String SUMMARY = "F6F7F4";

    private final PlanTable table;
    private final String total;

    /** @param total what the last row is called */
    WorkbookWriter(PlanTable table, String total) {
        this.table = table;
        this.total = total;
    }

    /** @param out left open */
    void write(String title, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(CloseShieldOutputStream.wrap(out), "Huanxin", null)) {
            Worksheet sheet = book.newWorksheet(new SheetNames().of(title));
            heading(sheet);
            for (int i = 0; i < table.rows().size(); i++) {
                row(sheet, i);
            }
            totals(sheet);
            sheet.freezePane(PlanColumn.NAME.ordinal() + 1, 1);
            sheet.setAutoFilter(0, 0, table.rows().size(), PlanColumn.values().length - 1);
        }
    }

    private void heading(Worksheet sheet) {
        for (PlanColumn column : PlanColumn.values()) {
            sheet.value(0, column.ordinal(), table.headings().get(column.ordinal()));
            sheet.style(0, column.ordinal()).bold().fillColor(HEAD).wrapText(true).set();
            sheet.width(column.ordinal(), column.width());
        }
    }

    private void row(Worksheet sheet, int index) {
        PlanTable.Row row = table.rows().get(index);
        int line = index + 1;
        row.cells().forEach((column, value) -> value(sheet, line, column, value));
        if (row.summary() && row.lastBelow() > index) {
            formula(sheet, line, PlanColumn.START, "MIN(" + range(PlanColumn.START, line + 1, row.lastBelow() + 1) + ")");
            formula(sheet, line, PlanColumn.FINISH, "MAX(" + range(PlanColumn.FINISH, line + 1, row.lastBelow() + 1) + ")");
            formula(sheet, line, PlanColumn.SHARE, weighted(line + 1, row.lastBelow() + 1));
        } else if (row.cells().containsKey(PlanColumn.PLANNED)) {
            formula(sheet, line, PlanColumn.SHARE,
                    "MIN(1," + cell(PlanColumn.DONE, line) + "/" + cell(PlanColumn.PLANNED, line) + ")");
        }
        if (row.cells().containsKey(PlanColumn.PROMISED_FINISH)) {
            formula(sheet, line, PlanColumn.DAYS_LATE,
                    cell(PlanColumn.FINISH, line) + "-" + cell(PlanColumn.PROMISED_FINISH, line));
        }
        for (PlanColumn column : PlanColumn.values()) {
            style(sheet, line, column, row);
        }
    }

    private void totals(Worksheet sheet) {
        int last = table.rows().size();
        int line = last + 1;
        sheet.value(line, PlanColumn.NAME.ordinal(), total);
        if (last > 0) {
            formula(sheet, line, PlanColumn.DURATION, "COUNT(" + range(PlanColumn.DURATION, 1, last) + ")");
            formula(sheet, line, PlanColumn.START, "MIN(" + range(PlanColumn.START, 1, last) + ")");
            formula(sheet, line, PlanColumn.FINISH, "MAX(" + range(PlanColumn.FINISH, 1, last) + ")");
            formula(sheet, line, PlanColumn.SHARE, weighted(1, last));
            formula(sheet, line, PlanColumn.WEIGHT, "SUM(" + range(PlanColumn.WEIGHT, 1, last) + ")");
        }
        for (PlanColumn column : PlanColumn.values()) {
            format(sheet.style(line, column.ordinal()).bold().fillColor(HEAD), column).set();
        }
    }

    /** Summaries have no weight of their own, so a range may hold them. */
    private static String weighted(int first, int last) {
        String weights = range(PlanColumn.WEIGHT, first, last);
        return "IF(SUM(" + weights + ")=0,0,SUMPRODUCT(" + weights + "," + range(PlanColumn.SHARE, first, last)
                + ")/SUM(" + weights + "))";
    }

    private static void value(Worksheet sheet, int line, PlanColumn column, Object value) {
        switch (value) {
            case LocalDate day -> sheet.value(line, column.ordinal(), day);
            case BigDecimal number -> sheet.value(line, column.ordinal(), number);
            case Integer number -> sheet.value(line, column.ordinal(), number);
            default -> sheet.value(line, column.ordinal(), value.toString());
        }
    }

    private static void style(Worksheet sheet, int line, PlanColumn column, PlanTable.Row row) {
        StyleSetter style = sheet.style(line, column.ordinal());
        if (column == PlanColumn.NAME) {
            style.indent(row.depth());
        }
        if (row.summary()) {
            style.bold().fillColor(SUMMARY);
        }
        if (row.cells().get(PlanColumn.DAYS_LATE) instanceof Integer late && late > 0
                && column == PlanColumn.DAYS_LATE) {
            style.fontColor(Color.RED);
        }
        format(style, column).set();
    }

    private static StyleSetter format(StyleSetter style, PlanColumn column) {
        return switch (column) {
            case START, FINISH, PROMISED_START, PROMISED_FINISH -> style.format(DAY);
            case SHARE -> style.format(PERCENT);
            default -> style;
        };
    }

    private static void formula(Worksheet sheet, int line, PlanColumn column, String expression) {
        sheet.formula(line, column.ordinal(), expression);
    }

    private static String range(PlanColumn column, int firstLine, int lastLine) {
        return cell(column, firstLine) + ":" + cell(column, lastLine);
    }

    /** Lines count from 0 here and from 1 in a spreadsheet; the columns end before Z. */
    private static String cell(PlanColumn column, int line) {
        return (char) ('A' + column.ordinal()) + String.valueOf(line + 1);
    }
}
