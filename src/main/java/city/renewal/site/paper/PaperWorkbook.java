package city.renewal.site.paper;

import city.renewal.base.print.SheetNames;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a paper as a spreadsheet: a sheet for each table, numbers as numbers and days as days. Pictures are left out. */
final class PaperWorkbook {

    private static final String DAY = "yyyy-mm-dd";
    private static final String NUMBER = "#,##0.###";
    private static final String HEAD = "E2F0EC";
    /** A column's share of the paper in widths of a digit. */
    private static final double DIGITS = 1.4;

    /** @param out left open */
    void write(Paper paper, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(CloseShieldOutputStream.wrap(out), "Huanxin", null)) {
            SheetNames names = new SheetNames();
            for (Paper.Section section : paper.sections()) {
                if (!section.columns().isEmpty()) {
                    write(paper, section, book.newWorksheet(names.of(section.heading())));
                }
            }
            if (paper.sections().stream().allMatch(section -> section.columns().isEmpty())) {
                heading(paper, "", List.of(), book.newWorksheet(names.of(paper.title())));
            }
        }
    }

    private static int heading(Paper paper, String heading, List<String> notes, Worksheet sheet) {
        int line = 0;
        sheet.value(line, 0, paper.title());
        sheet.style(line++, 0).bold().fontSize(14).set();
        for (String fact : paper.facts()) {
            sheet.value(line++, 0, fact);
        }
        sheet.value(line, 0, heading);
        sheet.style(line++, 0).bold().set();
        for (String note : notes) {
            sheet.value(line++, 0, note);
        }
        return line;
    }

    private static void write(Paper paper, Paper.Section section, Worksheet sheet) {
        int line = heading(paper, section.heading(), section.notes(), sheet);
        for (int column = 0; column < section.columns().size(); column++) {
            sheet.value(line, column, section.columns().get(column).name());
            sheet.style(line, column).bold().fillColor(HEAD).wrapText(true).set();
            sheet.width(column, section.columns().get(column).share() * DIGITS);
        }
        for (List<Object> row : section.rows()) {
            line++;
            for (int column = 0; column < row.size(); column++) {
                value(sheet, line, column, row.get(column));
            }
        }
    }

    private static void value(Worksheet sheet, int line, int column, Object value) {
        switch (value) {
            case LocalDate day -> {
                sheet.value(line, column, day);
                sheet.style(line, column).format(DAY).set();
            }
            case BigDecimal number -> {
                sheet.value(line, column, number);
                sheet.style(line, column).format(NUMBER).set();
            }
            default -> sheet.value(line, column, value.toString());
        }
    }
}
