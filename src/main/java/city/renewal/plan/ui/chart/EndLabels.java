package city.renewal.plan.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names at the ends of lines, moved apart where they would lie on each other. */
final class EndLabels {

    private static final int GAP = Svg.TEXT + 3;

    private final List<Label> labels = new ArrayList<>();

    private record Label(double x, double y, Ink ink, String text) {
    }

    void add(double x, double y, Ink ink, String text) {
        labels.add(new Label(x, y, ink, text));
    }

    /** Writes all of them to the right of their points, within the given heights as far as there is room. */
    void drawOn(Svg svg, double top, double bottom) {
        List<Label> sorted = new ArrayList<>(labels);
        sorted.sort(Comparator.comparingDouble(Label::y));
        double[] at = new double[sorted.size()];
        double free = top + Svg.TEXT;
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.max(free, sorted.get(i).y() + Svg.TEXT / 3d);
            free = at[i] + GAP;
        }
        double limit = bottom;
        for (int i = at.length - 1; i >= 0 && at[i] > limit; i--) {
            at[i] = limit;
            limit -= GAP;
        }
        for (int i = 0; i < at.length; i++) {
            Label label = sorted.get(i);
            svg.label(label.x() + 6, at[i], label.ink(), label.text());
        }
    }
}
