package city.renewal.plan.ui.chart;

import city.renewal.base.Formats;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Draws a milestone trend analysis: report dates across, forecast dates upwards on the same scale, one line a milestone,
 * and the slanting line on which the forecast is the day of the report. A milestone is reached where its line meets it.
 */
public final class MilestoneTrendChart {

    private static final int TOP = 26;
    private static final int LEFT = 76;
    private static final int BOTTOM = 44;
    private static final int MARK = 74;
    private static final int KEY_LINE = 18;
    private static final int PHONE = 600;
    private static final int NAME_MARGIN = 18;
    /** What the axis keeps of the width beside long names. */
    private static final double LEAST_AXIS = 0.6;

    private final Formats formats;
    private final String title;

    public MilestoneTrendChart(Formats formats, String title) {
        this.formats = formats;
        this.title = title;
    }

    /** @param forecastOn when the milestone was to be reached, as said on the report's day */
    public record Point(LocalDate reportOn, LocalDate forecastOn) {
    }

    /**
     * @param points  at least one, in the order of reports
     * @param reached whether the milestone is reached
     */
    public record Line(String name, List<Point> points, boolean reached) {
    }

    /** @param lines at least one */
    public String draw(List<Line> lines, int width) {
        LocalDate first = lines.stream().flatMap(line -> line.points().stream())
                .map(point -> point.reportOn().isBefore(point.forecastOn()) ? point.reportOn() : point.forecastOn())
                .min(LocalDate::compareTo).orElseThrow().minusDays(3);
        LocalDate last = lines.stream().flatMap(line -> line.points().stream())
                .map(point -> point.reportOn().isAfter(point.forecastOn()) ? point.reportOn() : point.forecastOn())
                .max(LocalDate::compareTo).orElseThrow().plusDays(3);
        boolean narrow = width < PHONE;
        int plot = narrow ? 280 : 460;
        int height = TOP + plot + BOTTOM + (narrow ? lines.size() * KEY_LINE : 0);
        double right = narrow ? width - 26d : right(lines, first, last, width);
        Scale x = Scale.ofDays(first, last, LEFT, right);
        Scale y = Scale.ofDays(first, last, TOP + plot, TOP);
        Svg svg = new Svg(width, height, title, text("milestones.description"));
        grid(svg, x, y, first, last);
        svg.line(x.from(), y.from(), x.to(), y.to(), new Pen(Ink.SECONDARY, 1.2, "3 3"));
        EndLabels labels = new EndLabels();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Pen pen = line.reached() ? Pen.dashed(i, 2).whole(2) : Pen.dashed(i, 2);
            svg.path(line.points().stream().map(point -> at(point, x, y)).toList(), pen, line.name());
            for (Point point : line.points()) {
                double[] at = at(point, x, y);
                svg.circle(at[0], at[1], 2.4, pen.ink(), pen.whole(1), text("milestones.point", line.name(),
                        formats.date(point.reportOn()), formats.date(point.forecastOn())));
            }
            double[] end = at(line.points().getLast(), x, y);
            svg.circle(end[0], end[1], 4.5, line.reached() ? pen.ink() : Ink.CARD, pen.whole(2), "");
            String said = line.name() + " " + formats.date(line.points().getLast().forecastOn());
            if (narrow) {
                labels.add(end[0] + 2, end[1], pen.ink(), String.valueOf(i + 1));
                double below = TOP + plot + BOTTOM + i * (double) KEY_LINE + 6;
                svg.line(8, below - 4, 32, below - 4, pen);
                svg.text(40, below, Svg.Anchor.START, Ink.INK, (i + 1) + " " + said);
            } else {
                // Where the end lies too far right for its name, the name goes on the other side, in the empty corner.
                double room = width - end[0] - NAME_MARGIN;
                labels.add(Svg.width(said, Svg.TEXT) > room ? end[0] - Svg.width(said, Svg.TEXT) - 18 : end[0] + 2,
                        end[1], pen.ink(), said);
            }
        }
        labels.drawOn(svg, TOP, TOP + plot - 2d);
        return svg.end();
    }

    /** The axis ends early enough for the names behind the ends of their lines, but keeps most of the width. */
    private double right(List<Line> lines, LocalDate first, LocalDate last, int width) {
        double days = ChronoUnit.DAYS.between(first, last) + 1d;
        double right = width - 16d;
        for (Line line : lines) {
            Point end = line.points().getLast();
            double share = (ChronoUnit.DAYS.between(first, end.reportOn()) + 1) / days;
            double room = width - LEFT - NAME_MARGIN - Svg.width(line.name() + " " + formats.date(end.forecastOn()),
                    Svg.TEXT);
            right = Math.min(right, LEFT + room / share);
        }
        return Math.max(right, width * LEAST_AXIS);
    }

    private static double[] at(Point point, Scale x, Scale y) {
        return new double[] {x.endOf(point.reportOn()), y.endOf(point.forecastOn())};
    }

    private void grid(Svg svg, Scale x, Scale y, LocalDate first, LocalDate last) {
        int across = Math.max(2, (int) ((x.to() - x.from()) / MARK));
        for (DateTicks.Tick tick : DateTicks.of(first, last, across, formats)) {
            double at = x.startOf(tick.day());
            svg.line(at, y.from(), at, y.to(), Pen.GRID);
            svg.text(at, y.from() + 16, Svg.Anchor.MIDDLE, Ink.SECONDARY, tick.label());
        }
        int up = Math.max(2, (int) ((y.from() - y.to()) / 36));
        for (DateTicks.Tick tick : DateTicks.of(first, last, up, formats)) {
            double at = y.startOf(tick.day());
            svg.line(x.from(), at, x.to(), at, Pen.GRID);
            svg.text(x.from() - 8, at + 4, Svg.Anchor.END, Ink.SECONDARY, tick.label());
        }
        svg.line(x.from(), y.from(), x.to(), y.from(), Pen.AXIS);
        svg.line(x.from(), y.from(), x.from(), y.to(), Pen.AXIS);
        svg.text(x.to(), y.from() + 34, Svg.Anchor.END, Ink.SECONDARY, text("milestones.axis.reported"));
        svg.text(8, 16, Svg.Anchor.START, Ink.SECONDARY, text("milestones.axis.forecast"));
    }

    private String text(String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }
}
