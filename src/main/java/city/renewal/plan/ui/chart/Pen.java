package city.renewal.plan.ui.chart;

import java.util.List;

/**
 * How a line is drawn: two lines of one chart differ in their dashes too, never in colour alone.
 *
 * @param width in units of the drawing
 * @param dash  lengths of dashes and gaps, empty for a whole line
 */
record Pen(Ink ink, double width, String dash) {

    private static final List<Ink> INKS = List.of(Ink.JADE, Ink.BLUE, Ink.AMBER, Ink.LATE, Ink.INK, Ink.SECONDARY);
    private static final List<String> DASHES = List.of("7 4", "2 3", "10 3 2 3");

    static final Pen GRID = new Pen(Ink.LINE, 1, "");
    static final Pen AXIS = new Pen(Ink.SECONDARY, 1, "");
    static final Pen TODAY = new Pen(Ink.LATE, 1.2, "6 3 1.5 3");

    /** @return a dashed pen for one of several lines that are alike; 18 of them differ */
    static Pen dashed(int number, double width) {
        return new Pen(INKS.get(number % INKS.size()), width, DASHES.get(number / 2 % DASHES.size()));
    }

    /** @return the same colour as a whole line */
    Pen whole(double wide) {
        return new Pen(ink, wide, "");
    }
}
