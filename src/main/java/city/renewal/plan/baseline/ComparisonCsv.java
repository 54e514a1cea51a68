package city.renewal.plan.baseline;

import city.renewal.base.Words;
import city.renewal.schedule.WorkingTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a comparison as a table for spreadsheets: one line a task, dates as {@code 2026-11-23}, differences as signed
 * numbers, and a byte order mark at the head, without which Excel does not see that it is UTF-8.
 */
public final class ComparisonCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** A cell that begins like this is a formula to a spreadsheet, and anybody may name a task. */
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";

    private static final List<String> HEADINGS = List.of("comparison.task", "comparison.kind",
            "comparison.start.left", "comparison.start.right", "comparison.start.days", "comparison.finish.left",
            "comparison.finish.right", "comparison.finish.days", "comparison.duration.left",
            "comparison.duration.right", "comparison.quantity.left", "comparison.quantity.right", "comparison.unit");

    private final UnaryOperator<String> words;
    private final Function<String, Words> units;
    private final Locale locale;

    /**
     * @param words  the text of a key in the reader's language
     * @param units  the name of a unit by its id
     */
    public ComparisonCsv(UnaryOperator<String> words, Function<String, Words> units, Locale locale) {
        this.words = words;
        this.units = units;
        this.locale = locale;
    }

    /** @return the table with its headings */
    public String write(List<PlanDifference> differences) {
        StringBuilder table = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(table, CSVFormat.RFC4180)) {
            printer.printRecord(HEADINGS.stream().map(words));
            for (PlanDifference difference : differences) {
                printer.printRecord(line(difference));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return table.toString();
    }

    private Object[] line(PlanDifference difference) {
        PlanLine left = difference.left();
        PlanLine right = difference.right();
        boolean both = left != null && right != null;
        String unit = difference.line().unit();
        return new Object[] {
                harmless(difference.line().names().in(locale)),
                words.apply("comparison.kind." + difference.kind().name().toLowerCase(Locale.ROOT)),
                left == null ? null : left.startOn(),
                right == null ? null : right.startOn(),
                both ? difference.startDays() : null,
                left == null ? null : left.finishOn(),
                right == null ? null : right.finishOn(),
                both ? difference.finishDays() : null,
                days(left),
                days(right),
                quantity(left),
                quantity(right),
                unit == null ? null : units.apply(unit).in(locale)};
    }

    private static @Nullable String days(@Nullable PlanLine line) {
        return line == null || line.summary()
                ? null
                : plain(BigDecimal.valueOf(line.durationMinutes())
                        .divide(BigDecimal.valueOf(WorkingTime.days(1)), 2, RoundingMode.HALF_UP));
    }

    private static @Nullable String quantity(@Nullable PlanLine line) {
        return line == null || line.quantity() == null ? null : plain(line.quantity());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
