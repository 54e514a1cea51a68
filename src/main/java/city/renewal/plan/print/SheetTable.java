package city.renewal.plan.print;

import static city.renewal.plan.print.SheetMeasures.AXIS_TOP;
import static city.renewal.plan.print.SheetMeasures.BASELINE;
import static city.renewal.plan.print.SheetMeasures.CHART_LEFT;
import static city.renewal.plan.print.SheetMeasures.MARGIN;
import static city.renewal.plan.print.SheetMeasures.RIGHT;
import static city.renewal.plan.print.SheetMeasures.ROW;
import static city.renewal.plan.print.SheetMeasures.ROWS_TOP;
import static city.renewal.plan.print.SheetMeasures.SMALL;
import static city.renewal.plan.print.SheetMeasures.TEXT;

import city.renewal.base.Formats;
import city.renewal.base.print.SheetFont;
import city.renewal.base.print.SheetPen;
import city.renewal.plan.DurationText;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** The columns left of the bars. */
final class SheetTable {

    private static final float GAP = 4;
    private static final float INDENT = 8;

    private final Formats formats;
    private final UnaryOperator<String> words;

    SheetTable(Formats formats, UnaryOperator<String> words) {
        this.formats = formats;
        this.words = words;
    }

    /** From left to right, with their widths; together they end where the chart begins. */
    private enum Column {
        NUMBER("export.column.number", 36), NAME("export.column.name", 186), QUANTITY("column.quantity", 94),
        DURATION("export.column.duration", 38), START("column.start", 52), FINISH("column.finish", 52),
        VARIANCE("column.variance", 54);

        private final String key;
        private final float width;

        Column(String key, float width) {
            this.key = key;
            this.width = width;
        }

        float left() {
            float left = MARGIN;
            for (Column before : values()) {
                if (before == this) {
                    return left;
                }
                left += before.width;
            }
            return left;
        }

        float right() {
            return left() + width;
        }
    }

    void heading(SheetPen pen) throws IOException {
        pen.fill(MARGIN, AXIS_TOP, RIGHT - MARGIN, ROWS_TOP - AXIS_TOP, SheetPen.OFF);
        for (Column column : Column.values()) {
            List<String> lines = pen.font(false).lines(words.apply(column.key), TEXT - 1, column.width - GAP, 2);
            float baseline = (AXIS_TOP + ROWS_TOP) / 2 + BASELINE - 1 - (lines.size() - 1) * TEXT / 2;
            for (String line : lines) {
                pen.text(line, column.left() + GAP, baseline, TEXT - 1, SheetPen.SECONDARY, false);
                baseline += TEXT + 1;
            }
        }
    }

    void row(SheetPen pen, SheetRow row, float top) throws IOException {
        float baseline = top + ROW - BASELINE;
        pen.text(row.number(), Column.NUMBER.left() + GAP, baseline, TEXT - 1, SheetPen.SECONDARY, false);
        name(pen, row, top);
        pen.textRight(row.quantity(), Column.QUANTITY.right() - GAP, baseline, TEXT - 1, SheetPen.INK);
        if (!row.summary() && !row.task().input().milestone()) {
            pen.textRight(DurationText.print(row.task().input().durationMinutes()), Column.DURATION.right() - GAP,
                    baseline, TEXT - 1, SheetPen.INK);
        }
        pen.text(row.task().dates().startOn().toString(), Column.START.left() + GAP, baseline, TEXT - 1,
                SheetPen.INK, false);
        pen.text(row.task().dates().finishOn().toString(), Column.FINISH.left() + GAP, baseline, TEXT - 1,
                SheetPen.INK, false);
        Integer late = row.task().dates().daysLate();
        if (late != null) {
            pen.text(variance(late), Column.VARIANCE.left() + GAP, baseline, TEXT - 1, colour(late), false);
        }
        pen.line(MARGIN, top + ROW, RIGHT, top + ROW, 0.3f, SheetPen.LINE);
    }

    void grid(SheetPen pen, float bottom) throws IOException {
        for (Column column : Column.values()) {
            pen.line(column.left(), AXIS_TOP, column.left(), bottom, 0.4f, SheetPen.LINE);
        }
        pen.line(CHART_LEFT, AXIS_TOP, CHART_LEFT, bottom, 0.8f, SheetPen.SECONDARY);
        pen.frame(MARGIN, AXIS_TOP, RIGHT - MARGIN, bottom - AXIS_TOP, 0.8f, SheetPen.SECONDARY);
    }

    /** A name too long for its line takes two smaller ones. */
    private static void name(SheetPen pen, SheetRow row, float top) throws IOException {
        float left = Column.NAME.left() + GAP + row.depth() * INDENT;
        float width = Column.NAME.right() - GAP - left;
        SheetFont font = pen.font(row.summary());
        if (font.width(row.name(), TEXT) <= width) {
            pen.text(row.name(), left, top + ROW - BASELINE, TEXT, SheetPen.INK, row.summary());
            return;
        }
        List<String> lines = font.lines(row.name(), SMALL, width, 2);
        float baseline = lines.size() == 1 ? top + ROW - BASELINE : top + SMALL;
        for (String line : lines) {
            pen.text(line, left, baseline, SMALL, SheetPen.INK, row.summary());
            baseline += SMALL + 0.4f;
        }
    }

    private String variance(int late) {
        if (late == 0) {
            return words.apply("variance.on-time");
        }
        return formats.messages().text(formats.locale(), late > 0 ? "variance.late" : "variance.early",
                Math.abs(late));
    }

    private static Color colour(int late) {
        return late > 0 ? SheetPen.LATE : SheetPen.JADE;
    }
}
