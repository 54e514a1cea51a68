package city.renewal.base;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables as text for spreadsheets (RFC 4180), in UTF-8 with the mark at the beginning by which Excel knows it. What a
 * spreadsheet would run as a formula is given as the text that it is.
 */
public final class CsvText {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?");
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private final StringBuilder out = new StringBuilder("\ufeff");

    /** Adds one line. */
    public CsvText row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        out.append("\r\n");
        return this;
    }

    public byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String cell) {
        boolean formula = !cell.isEmpty() && FORMULA_SIGNS.indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches();
        String safe = formula ? "'" + cell : cell;
        boolean plain = safe.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
