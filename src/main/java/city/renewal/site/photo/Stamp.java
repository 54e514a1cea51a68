package city.renewal.site.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Draws lines of text at the foot of a picture. The font is the one that printed sheets use, and its outlines are
 * filled as shapes, so that a server without fonts, or without the system's font library, can do it too. For one
 * thread at a time.
 */
final class Stamp {

    private static final String FONT = "fonts/NotoSansSC_400Regular.ttf";
    private static final Color GROUND = new Color(0, 0, 0, 150);
    /** Share of the picture's height that a line takes, and the fewest pixels that can be read. */
    private static final double LINE_SHARE = 1 / 28d;
    private static final double SMALLEST = 12;
    private static final double LINE_HEIGHT = 1.45;
    private static final double BASELINE = 1.1;

    private final TrueTypeFont font;
    private final CmapLookup characters;

    Stamp() throws IOException {
        try (InputStream content = Stamp.class.getClassLoader().getResourceAsStream(FONT)) {
            if (content == null) {
                throw new IOException("The program lacks its font " + FONT);
            }
            font = new TTFParser().parse(new RandomAccessReadBuffer(content));
            characters = font.getUnicodeCmapLookup();
        }
    }

    /** Draws the lines into the picture, smaller where one would not fit its width. */
    void draw(BufferedImage picture, List<String> lines) throws IOException {
        double size = Math.max(SMALLEST, picture.getHeight() * LINE_SHARE);
        double margin = size / 2;
        double em = font.getUnitsPerEm();
        for (String line : lines) {
            double width = width(line) / em;
            size = Math.min(size, (picture.getWidth() - 2 * margin) / Math.max(1, width));
        }
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double height = lines.size() * size * LINE_HEIGHT + margin;
        double top = picture.getHeight() - height;
        canvas.setColor(GROUND);
        canvas.fillRect(0, (int) top, picture.getWidth(), (int) Math.ceil(height));
        canvas.setColor(Color.WHITE);
        for (int i = 0; i < lines.size(); i++) {
            draw(canvas, lines.get(i), margin, top + margin / 2 + (i * LINE_HEIGHT + BASELINE) * size, size / em);
        }
        canvas.dispose();
    }

    private void draw(Graphics2D canvas, String line, double x, double y, double scale) throws IOException {
        double right = x;
        for (int character : line.codePoints().toArray()) {
            int glyph = characters.getGlyphId(character);
            GlyphData data = font.getGlyph().getGlyph(glyph);
            if (data != null) {
                Path2D outline = data.getPath();
                canvas.fill(new AffineTransform(scale, 0, 0, -scale, right, y).createTransformedShape(outline));
            }
            right += font.getAdvanceWidth(glyph) * scale;
        }
    }

    private double width(String line) throws IOException {
        double width = 0;
        for (int character : line.codePoints().toArray()) {
            width += font.getAdvanceWidth(characters.getGlyphId(character));
        }
        return width;
    }
}
