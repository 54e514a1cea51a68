package city.renewal.plan.ui.chart;

import city.renewal.base.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Draws work along a line: chainage across, time down, one line a crew. The plan is dashed, what was done is a thick
 * line over it; where crews get in each other's way the stretch is marked and numbered.
 */
public final class TimeLocationChart {

    private static final int TOP = 40;
    private static final int BOTTOM = 16;
    private static final double LEAST_PER_DAY = 2.2;
    private static final int LEAST_HEIGHT = 360;
    private static final int MOST_HEIGHT = 900;
    private static final int KEY_LINE = 18;
    private static final double PLANNED = 1.6;
    private static final double DONE = 3.5;

    private final Formats formats;
    private final String title;

    public TimeLocationChart(Formats formats, String title) {
        this.formats = formats;
        this.title = title;
    }

    /** Where a crew is in the evening of a day, in metres from the line's beginning. */
    public record At(LocalDate day, double metre) {
    }

    /**
     * @param planned ways through its stretches, a list for each; each begins in the evening before its first day
     * @param actual  likewise, by reports
     */
    public record Crew(String name, List<List<At>> planned, List<List<At>> actual) {
    }

    /** A stretch from one metre to another that is marked over some days. */
    public record Mark(double from, double to, LocalDate first, LocalDate last, String title) {
    }

    /** @return a place on a line as engineers write it, such as {@code K2+400} */
    public static String chainage(double metres) {
        long rounded = Math.round(metres);
        return String.format(Locale.ROOT, "K%d+%03d", rounded / 1000, rounded % 1000);
    }

    /**
     * @param crews at least one with a way
     * @param today drawn across
     */
    public String draw(List<Crew> crews, List<Mark> marks, LocalDate today, int width) {
        List<At> all = crews.stream()
                .flatMap(crew -> Stream.concat(crew.planned().stream(), crew.actual().stream()))
                .flatMap(List::stream).toList();
        LocalDate first = all.stream().map(At::day).min(LocalDate::compareTo).orElse(today);
        LocalDate last = all.stream().map(At::day).max(LocalDate::compareTo).orElse(today);
        double least = all.stream().mapToDouble(At::metre).min().orElse(0);
        double most = all.stream().mapToDouble(At::metre).max().orElse(1);
        int keyTop = keyHeight(crews, width);
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        int plot = (int) Math.clamp(days * LEAST_PER_DAY, LEAST_HEIGHT, MOST_HEIGHT);
        int height = keyTop + TOP + plot + BOTTOM;
        double left = width < 600 ? 62 : 84;
        Scale x = new Scale(least, Math.max(most, least + 1), left, width - 22d);
        Scale y = Scale.ofDays(first, last, keyTop + TOP, keyTop + TOP + plot);
        Svg svg = new Svg(width, height, title, text("time-location.description"));
        key(svg, crews, width);
        grid(svg, x, y, first, last, left, width);
        mark(svg, marks, x, y);
        for (int i = 0; i < crews.size(); i++) {
            Crew crew = crews.get(i);
            Pen planned = Pen.dashed(i, PLANNED);
            Pen actual = planned.whole(DONE);
            crew.planned().forEach(way -> way(svg, way, planned, crew.name(), x, y));
            crew.actual().forEach(way -> way(svg, way, actual, crew.name(), x, y));
        }
        if (!today.isBefore(first) && !today.isAfter(last)) {
            double at = y.endOf(today);
            svg.line(left, at, width - 22d, at, Pen.TODAY);
            svg.text(left + 6, at - 5, Svg.Anchor.START, Ink.LATE, text("chart.today", formats.date(today)));
        }
        return svg.end();
    }

    private static void way(Svg svg, List<At> way, Pen pen, String crew, Scale x, Scale y) {
        if (way.size() > 1) {
            svg.path(way.stream().map(at -> new double[] {x.at(at.metre()), y.endOf(at.day())}).toList(), pen, crew);
        }
    }

    private void grid(Svg svg, Scale x, Scale y, LocalDate first, LocalDate last, double left, int width) {
        double step = step((x.most() - x.least()) / (width < 600 ? 3 : 8));
        for (double metre = Math.ceil(x.least() / step) * step; metre <= x.most() + 0.5; metre += step) {
            svg.line(x.at(metre), y.from(), x.at(metre), y.to(), Pen.GRID);
            svg.text(x.at(metre), y.from() - 8, Svg.Anchor.MIDDLE, Ink.SECONDARY, chainage(metre));
        }
        int most = (int) ((y.to() - y.from()) / 34);
        for (DateTicks.Tick tick : DateTicks.of(first, last, Math.max(2, most), formats)) {
            double at = y.startOf(tick.day());
            svg.line(left, at, width - 22d, at, Pen.GRID);
            svg.text(left - 8, at + 4, Svg.Anchor.END, Ink.SECONDARY, tick.label());
        }
        svg.line(left, y.from(), left, y.to(), Pen.AXIS);
        svg.line(left, y.from(), width - 22d, y.from(), Pen.AXIS);
    }

    private void mark(Svg svg, List<Mark> marks, Scale x, Scale y) {
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            double top = y.startOf(mark.first());
            double bottom = y.endOf(mark.last());
            svg.rectangle(x.at(mark.from()), top, x.at(mark.to()) - x.at(mark.from()), bottom - top, Ink.LATE, 0.14);
            double middle = x.at((mark.from() + mark.to()) / 2);
            svg.circle(middle, top, 9, Ink.CARD, new Pen(Ink.LATE, 1.5, ""), mark.title());
            svg.text(middle, top + 4, Svg.Anchor.MIDDLE, Ink.LATE, String.valueOf(i + 1));
        }
    }

    /** The crews with samples of their lines, in as many columns as have room. */
    private void key(Svg svg, List<Crew> crews, int width) {
        int columns = columns(crews, width);
        double column = (width - 24d) / columns;
        for (int i = 0; i < crews.size(); i++) {
            double left = 12 + i % columns * column;
            double at = 20 + i / columns * (double) KEY_LINE;
            svg.line(left, at - 4, left + 26, at - 4, Pen.dashed(i, PLANNED));
            svg.line(left + 30, at - 4, left + 46, at - 4, Pen.dashed(i, PLANNED).whole(DONE));
            svg.text(left + 52, at, Svg.Anchor.START, Ink.INK, crews.get(i).name());
        }
    }

    private static int columns(List<Crew> crews, int width) {
        double widest = crews.stream().mapToDouble(crew -> Svg.width(crew.name(), Svg.TEXT)).max().orElse(0) + 70;
        return Math.clamp((int) ((width - 24) / widest), 1, 5);
    }

    private static int keyHeight(List<Crew> crews, int width) {
        int columns = columns(crews, width);
        return 10 + (crews.size() + columns - 1) / columns * KEY_LINE;
    }

    private static double step(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, wanted))));
        for (double step : new double[] {1, 2, 5, 10}) {
            if (wanted <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private String text(String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }
}
