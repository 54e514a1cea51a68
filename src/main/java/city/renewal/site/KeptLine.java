package city.renewal.site;

import java.time.LocalDate;
import org.jdbi.v3.core.mapper.Nested;

/** A quantity that was kept without a report and waits for its author's decision. */
public record KeptLine(@Nested SheetLine line, String projectCode, LocalDate sheetOn) {
}
