package city.renewal.base.print;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws on one page, in points from its upper left corner. */
public final class SheetPen {

    public static final Color INK = new Color(0x1b2733);
    public static final Color SECONDARY = new Color(0x55626e);
    public static final Color LINE = new Color(0xd5dbd8);
    public static final Color OFF = new Color(0xf1f3f0);
    public static final Color JADE = new Color(0x0f6b5c);
    public static final Color DONE = new Color(0x2c8f7c);
    public static final Color PLANNED = new Color(0xcfe5df);
    public static final Color PROMISED = new Color(0xa9b3ae);
    public static final Color LATE = new Color(0xb93a0e);

    private final PDPageContentStream stream;
    private final float height;
    private final SheetFont regular;
    private final SheetFont bold;

    /** @param height of the page in points */
    public SheetPen(PDPageContentStream stream, float height, SheetFont regular, SheetFont bold) {
        this.stream = stream;
        this.height = height;
        this.regular = regular;
        this.bold = bold;
    }

    public SheetFont font(boolean strong) {
        return strong ? bold : regular;
    }

    public void text(String text, float x, float baseline, float size, Color color, boolean strong) throws IOException {
        SheetFont font = font(strong);
        stream.beginText();
        stream.setNonStrokingColor(color);
        stream.setFont(font.font(), size);
        stream.newLineAtOffset(x, height - baseline);
        stream.showText(font.printable(text));
        stream.endText();
    }

    public void textRight(String text, float right, float baseline, float size, Color color) throws IOException {
        text(text, right - regular.width(text, size), baseline, size, color, false);
    }

    public void textCentred(String text, float centre, float baseline, float size, Color color) throws IOException {
        text(text, centre - regular.width(text, size) / 2, baseline, size, color, false);
    }

    public void fill(float x, float y, float width, float tall, Color color) throws IOException {
        stream.setNonStrokingColor(color);
        stream.addRect(x, height - y - tall, width, tall);
        stream.fill();
    }

    public void frame(float x, float y, float width, float tall, float thickness, Color color) throws IOException {
        solid(thickness, color);
        stream.addRect(x, height - y - tall, width, tall);
        stream.stroke();
    }

    public void line(float x1, float y1, float x2, float y2, float thickness, Color color) throws IOException {
        solid(thickness, color);
        stream.moveTo(x1, height - y1);
        stream.lineTo(x2, height - y2);
        stream.stroke();
    }

    /**
     * Draws a text as a QR code with its quiet zone inside the square; a quarter of it may be dirty or torn.
     *
     * @param side of the square in points
     */
    public void qr(String text, float x, float y, float side) throws IOException {
        QrSquares squares = QrSquares.of(text);
        float module = side / squares.side();
        fill(x, y, side, side, Color.WHITE);
        stream.setNonStrokingColor(Color.BLACK);
        squares.forEachDark((column, row, length) ->
                stream.addRect(x + column * module, height - y - (row + 1) * module, length * module, module));
        stream.fill();
    }

    /** @param corners x and y in turn */
    public void polygon(Color color, float... corners) throws IOException {
        stream.setNonStrokingColor(color);
        path(corners);
        stream.closePath();
        stream.fill();
    }

    /** @param dashes lengths drawn and left out in turn, none for a solid line */
    public void polyline(float thickness, Color color, float[] dashes, float... corners) throws IOException {
        stream.setStrokingColor(color);
        stream.setLineWidth(thickness);
        stream.setLineDashPattern(dashes, 0);
        path(corners);
        stream.stroke();
    }

    private void path(float... corners) throws IOException {
        stream.moveTo(corners[0], height - corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            stream.lineTo(corners[i], height - corners[i + 1]);
        }
    }

    private void solid(float thickness, Color color) throws IOException {
        stream.setStrokingColor(color);
        stream.setLineWidth(thickness);
        stream.setLineDashPattern(new float[0], 0);
    }
}
