package city.renewal.plan.print;

/** Where things stand on an A3 sheet in landscape, in points from its upper left corner. */
final class SheetMeasures {

    /** ISO 216 A3, 420 mm × 297 mm. */
    static final float WIDTH = 1190.55f;
    static final float HEIGHT = 841.89f;
    static final float MARGIN = 28;
    static final float RIGHT = WIDTH - MARGIN;
    static final float AXIS_TOP = 66;
    static final float ROWS_TOP = 98;
    static final float ROW = 15;
    static final float FOOT_TOP = HEIGHT - MARGIN - 62;
    static final float CHART_LEFT = MARGIN + 512;
    static final float SMALL = 6.5f;
    static final float TEXT = 8.5f;
    /** Text stands this far above the bottom of its row. */
    static final float BASELINE = 4.2f;
    static final int ROWS_A_PAGE = (int) ((FOOT_TOP - 8 - ROWS_TOP) / ROW);

    private SheetMeasures() {
    }
}
