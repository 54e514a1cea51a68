package city.renewal.site.paper;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper before it is drawn or written.
 *
 * @param facts      said below the title, one a line
 * @param signatures who signs it, in the order of the boxes; at least one
 * @param code       what a QR code beside the title says, null for none
 */
public record Paper(String title, List<String> facts, List<Section> sections, List<String> signatures,
                    @Nullable String code) {

    /** A paper without a QR code. */
    Paper(String title, List<String> facts, List<Section> sections, List<String> signatures) {
        this(title, facts, sections, signatures, null);
    }

    /**
     * @param notes said above the table, one a line
     * @param rows  cells in the order of the columns: {@link String}, {@link BigDecimal} or {@link LocalDate}
     */
    public record Section(String heading, List<String> notes, List<Column> columns, List<List<Object>> rows,
                   List<Picture> pictures) {

        public static Section of(String heading, List<Column> columns, List<List<Object>> rows) {
            return new Section(heading, List.of(), columns, rows, List.of());
        }
    }

    /**
     * @param share   of the paper's width, relative to the other columns
     * @param numbers whether its cells stand to the right
     */
    public record Column(String name, float share, boolean numbers) {
    }

    /** @param file a JPEG */
    public record Picture(Path file, String caption) {
    }
}
