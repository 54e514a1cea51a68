package city.renewal.plan.ui;

import city.renewal.plan.NewTasks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table from another program, read as tasks.
 *
 * @param headings the columns' headings as shown, from left to right
 * @param rows     what is in the table, without its row of headings
 * @param ignored  headings of columns that say nothing this program knows
 * @param tasks    what would be created, null while something is wrong
 */
public record PastedTable(List<String> headings, List<List<Cell>> rows, List<String> ignored,
                          @Nullable NewTasks tasks) {

    public PastedTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
        ignored = List.copyOf(ignored);
    }

    /** @param problem what is wrong with it, in the reader's language, or null */
    public record Cell(String text, @Nullable String problem) {
    }

    /** @return how many cells are wrong */
    public long problems() {
        return rows.stream().flatMap(List::stream).filter(cell -> cell.problem() != null).count();
    }
}
