package city.renewal.plan.ui.chart;

import city.renewal.base.Formats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Draws cumulative shares over time: what was promised, is planned, is done and will be done. */
public final class SCurve {

    private static final int TOP = 16;
    private static final int LEFT = 44;
    private static final int BOTTOM = 40;
    private static final int MARK = 70;

    private final Formats formats;
    private final String title;

    /**
     * @param formats of the reader
     * @param title   what is drawn
     */
    public SCurve(Formats formats, String title) {
        this.formats = formats;
        this.title = title;
    }

    /** Which line of the chart. Its dashes tell it from the others without colour. */
    public enum Line {
        PROMISED("s-curve.promised", new Pen(Ink.SECONDARY, 2, "2 4")),
        PLANNED("s-curve.planned", new Pen(Ink.BLUE, 1.5, "8 4")),
        FORECAST("s-curve.forecast", new Pen(Ink.AMBER, 2.5, "5 3")),
        ACTUAL("s-curve.actual", new Pen(Ink.JADE, 3, ""));

        private final String key;
        private final Pen pen;

        Line(String key, Pen pen) {
            this.key = key;
            this.pen = pen;
        }

        /** @return the key of its name in the bundles */
        public String key() {
            return key;
        }
    }

    /** @param share done by the end of the day, 0 to 1 */
    public record Point(LocalDate day, double share) {
    }

    /** One line, its points in the order of days. */
    public record Series(Line line, List<Point> points) {
    }

    /**
     * @param series   at least one with a point
     * @param statusOn marked as the day up to which progress is known
     * @param width    of the drawing, 320 and up
     */
    public String draw(List<Series> series, LocalDate statusOn, int width) {
        List<Series> drawn = series.stream().filter(each -> !each.points().isEmpty()).toList();
        List<LocalDate> days = drawn.stream().flatMap(each -> each.points().stream()).map(Point::day).sorted().toList();
        double label = drawn.stream().mapToDouble(each -> Svg.width(text(each.line().key()), Svg.TEXT)).max().orElse(0);
        int height = width < 600 ? 340 : 460;
        double right = width - label - 14;
        double bottom = height - BOTTOM;
        Scale x = Scale.ofDays(days.getFirst(), days.getLast(), LEFT, right);
        Scale y = new Scale(0, 1, bottom, TOP);
        Svg svg = new Svg(width, height, title, text("s-curve.description"));
        grid(svg, x, y, days, right);
        double status = x.endOf(statusOn);
        svg.line(status, TOP, status, bottom, Pen.TODAY);
        svg.text(status, height - 6, Svg.Anchor.MIDDLE, Ink.LATE, text("chart.status", formats.date(statusOn)));
        EndLabels labels = new EndLabels();
        for (Series each : drawn) {
            List<double[]> points = new ArrayList<>();
            each.points().forEach(point -> points.add(new double[] {x.endOf(point.day()), y.at(point.share())}));
            Pen pen = each.line().pen;
            svg.path(points, pen, text(each.line().key()));
            double[] last = points.getLast();
            labels.add(last[0], last[1], pen.ink(), text(each.line().key()));
        }
        labels.drawOn(svg, TOP, bottom);
        return svg.end();
    }

    private void grid(Svg svg, Scale x, Scale y, List<LocalDate> days, double right) {
        for (int percent = 0; percent <= 100; percent += 25) {
            double at = y.at(percent / 100d);
            svg.line(LEFT, at, right, at, percent == 0 ? Pen.AXIS : Pen.GRID);
            svg.text(LEFT - 6, at + 4, Svg.Anchor.END, Ink.SECONDARY, percent + "%");
        }
        int most = Math.max(2, (int) ((right - LEFT) / MARK));
        for (DateTicks.Tick tick : DateTicks.of(days.getFirst(), days.getLast(), most, formats)) {
            double at = x.startOf(tick.day());
            svg.line(at, y.at(1), at, y.at(0), Pen.GRID);
            svg.text(at, y.at(0) + 16, Svg.Anchor.MIDDLE, Ink.SECONDARY, tick.label());
        }
    }

    private String text(String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }
}
