package city.renewal.plan.interchange;

import city.renewal.plan.interchange.UnreadableFileException.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A Primavera text export before MPXJ sees it: complete or not, and which of its calendars are damaged. */
final class XerText {

    private final List<String> lines;

    XerText(String text) {
        this.lines = text.lines().toList();
    }

    /** @throws UnreadableFileException when the end mark that P6 always writes is missing */
    void checkComplete() throws UnreadableFileException {
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i).strip();
            if (line.equals("%E")) {
                return;
            }
            if (!line.isEmpty()) {
                break;
            }
        }
        throw new UnreadableFileException(Reason.TRUNCATED);
    }

    /** @return the names of calendars whose structure does not close its brackets */
    List<String> damagedCalendars() {
        List<String> damaged = new ArrayList<>();
        List<String> columns = List.of();
        boolean inCalendars = false;
        for (String line : lines) {
            List<String> cells = Arrays.asList(line.split("\t", -1));
            switch (cells.getFirst()) {
                case "%T" -> inCalendars = cells.size() > 1 && cells.get(1).strip().equals("CALENDAR");
                case "%F" -> columns = cells;
                case "%R" -> {
                    if (inCalendars && !closes(cell(cells, columns.indexOf("clndr_data")))) {
                        damaged.add(cell(cells, columns.indexOf("clndr_name")));
                    }
                }
                default -> {
                    // a continued note, of no interest here
                }
            }
        }
        return damaged;
    }

    private static String cell(List<String> cells, int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    private static boolean closes(String structure) {
        int depth = 0;
        for (int i = 0; i < structure.length() && depth >= 0; i++) {
            char c = structure.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return depth == 0;
    }
}
