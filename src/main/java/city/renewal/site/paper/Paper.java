package city.renewal.site.paper;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A paper before it is drawn or written.
 *
 * @param facts      said below the title, one a line
 * @param signatures who signs it, in the order of the boxes
 */
record Paper(String title, List<String> facts, List<Section> sections, List<String> signatures) {

    /**
     * @param notes said above the table, one a line
     * @param rows  cells in the order of the columns: {@link String}, {@link BigDecimal} or {@link LocalDate}
     */
    record Section(String heading, List<String> notes, List<Column> columns, List<List<Object>> rows,
                   List<Picture> pictures) {

        static Section of(String heading, List<Column> columns, List<List<Object>> rows) {
            return new Section(heading, List.of(), columns, rows, List.of());
        }
    }

    /**
     * @param share   of the paper's width, relative to the other columns
     * @param numbers whether its cells stand to the right
     */
    record Column(String name, float share, boolean numbers) {
    }

    /** @param file a JPEG */
    record Picture(Path file, String caption) {
    }
}
