package city.renewal.site.paper;

import city.renewal.base.print.SheetFont;
import city.renewal.base.print.SheetPen;
import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BiFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Pages of A4 that are filled from top to bottom; the next one begins where the last has no more room. */
final class PaperPages implements Closeable {

    private static final float MARGIN = 42;
    private static final float HEIGHT = PDRectangle.A4.getHeight();
    private static final float FOOT = 7.5f;
    static final float LEFT = MARGIN;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float BOTTOM = HEIGHT - MARGIN - FOOT;

    private final PDDocument document = new PDDocument();
    private final SheetFont regular;
    private final SheetFont bold;
    private PDPageContentStream stream;
    private SheetPen pen;
    private float top;

    PaperPages(String title) throws IOException {
        regular = new SheetFont(document, SheetFont.REGULAR);
        bold = new SheetFont(document, SheetFont.BOLD);
        document.getDocumentInformation().setTitle(title);
        stream = begin();
        pen = pen(stream);
    }

    private PDPageContentStream begin() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        top = MARGIN;
        return new PDPageContentStream(document, page);
    }

    private SheetPen pen(PDPageContentStream on) {
        return new SheetPen(on, HEIGHT, regular, bold);
    }

    SheetFont regular() {
        return regular;
    }

    SheetFont bold() {
        return bold;
    }

    SheetPen pen() {
        return pen;
    }

    /** @return where the free part of the page begins, in points from its upper edge */
    float top() {
        return top;
    }

    void skip(float points) {
        top += points;
    }

    /** @return whether a new page was begun, because this one had less room */
    boolean need(float points) throws IOException {
        if (top + points <= BOTTOM || top == MARGIN) {
            return false;
        }
        stream.close();
        stream = begin();
        pen = pen(stream);
        return true;
    }

    /** Writes a line of text and goes on below it. */
    void text(String text, float x, float size, float tall, Color color, boolean strong) throws IOException {
        need(tall);
        pen.text(text, x, top + size, size, color, strong);
        skip(tall);
    }

    PDImageXObject picture(byte[] jpeg) throws IOException {
        return PDImageXObject.createFromByteArray(document, jpeg, null);
    }

    /** Draws a picture at the top of what is free, and stays there. */
    void draw(PDImageXObject picture, float x, float width, float tall) throws IOException {
        stream.drawImage(picture, x, HEIGHT - top - tall, width, tall);
    }

    /**
     * @param numbering what the foot says of page and number of pages
     * @param beside    said at the other end of the foot
     */
    void save(OutputStream out, BiFunction<Integer, Integer, String> numbering, String beside) throws IOException {
        stream.close();
        int count = document.getNumberOfPages();
        for (int page = 0; page < count; page++) {
            try (PDPageContentStream foot = new PDPageContentStream(document, document.getPage(page),
                    AppendMode.APPEND, true, true)) {
                SheetPen below = pen(foot);
                below.text(beside, LEFT, HEIGHT - MARGIN + FOOT * 2, FOOT, SheetPen.SECONDARY, false);
                below.textRight(numbering.apply(page + 1, count), LEFT + WIDTH, HEIGHT - MARGIN + FOOT * 2, FOOT,
                        SheetPen.SECONDARY);
            }
        }
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
