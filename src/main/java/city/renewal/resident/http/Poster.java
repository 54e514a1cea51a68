package city.renewal.resident.http;

import city.renewal.base.print.SheetFont;
import city.renewal.base.print.SheetPen;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** Draws posters, each on one sheet: laid out for A4 in points, and on A3 the same, larger. */
final class Poster {

    private static final float WIDTH = PDRectangle.A4.getWidth();
    private static final float HEIGHT = PDRectangle.A4.getHeight();
    private static final float LEFT = 36;
    private static final float RIGHT = WIDTH - LEFT;
    private static final float GAP = 12;
    private static final float HEAD = 92;
    private static final float CODE = 196;
    private static final float TITLE = 28;
    private static final float BOARD = 12.5f;
    private static final float TEXT = 10;
    private static final float RULE = 9.5f;
    private static final float SMALL = 8.5f;
    private static final float ROW = 19;
    private static final float LEADING = 14;
    private static final float NAMES = 84;
    private static final float RULES = 70;

    private final PosterContent content;

    private Poster(PosterContent content) {
        this.content = content;
    }

    /** @return one file with a sheet for each */
    static byte[] draw(List<PosterContent> posters) {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(posters.getFirst().title());
            SheetFont regular = new SheetFont(document, SheetFont.REGULAR);
            SheetFont bold = new SheetFont(document, SheetFont.BOLD);
            for (PosterContent content : posters) {
                PDRectangle paper = content.a3() ? PDRectangle.A3 : PDRectangle.A4;
                PDPage page = new PDPage(paper);
                document.addPage(page);
                try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                    stream.transform(Matrix.getScaleInstance(paper.getWidth() / WIDTH, paper.getHeight() / HEIGHT));
                    new Poster(content).draw(new SheetPen(stream, HEIGHT, regular, bold));
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new IllegalStateException("The poster could not be drawn", failed);
        }
    }

    private void draw(SheetPen pen) throws IOException {
        head(pen);
        float y = Math.max(answers(pen), code(pen)) + GAP;
        float half = (RIGHT - LEFT - GAP) / 2;
        float below = board(pen, LEFT, y, RIGHT - LEFT, content.overviewTitle(), content.overview()) + GAP;
        float staff = board(pen, LEFT, below, half, content.staffTitle(), content.staff());
        plan(pen, LEFT + half + GAP, below, half, staff - below);
        rules(pen, staff + GAP);
        pen.text(content.foot(), LEFT, HEIGHT - 22, SMALL, SheetPen.SECONDARY, false);
    }

    private void head(SheetPen pen) throws IOException {
        pen.fill(0, 0, WIDTH, HEAD, SheetPen.JADE);
        pen.text(fit(pen, content.title(), TITLE, true), LEFT, 48, TITLE, Color.WHITE, true);
        pen.text(fit(pen, content.where(), 15, false), LEFT, 75, 15, Color.WHITE, false);
    }

    private static String fit(SheetPen pen, String text, float size, boolean strong) throws IOException {
        return pen.font(strong).lines(text, size, RIGHT - LEFT, 1).getFirst();
    }

    private float answers(SheetPen pen) throws IOException {
        float y = HEAD + 30;
        for (PosterContent.Row row : content.answers()) {
            pen.text(row.name(), LEFT, y, 11, SheetPen.SECONDARY, false);
            pen.text(row.value(), LEFT, y + 21, 19, SheetPen.INK, true);
            y += 43;
        }
        return y - 14;
    }

    private float code(SheetPen pen) throws IOException {
        float left = RIGHT - CODE;
        float top = HEAD + 10;
        pen.qr(content.address(), left, top, CODE);
        float y = top + CODE + 6;
        for (String line : pen.font(true).lines(content.scan(), TEXT, CODE, 2)) {
            pen.text(line, left, y, TEXT, SheetPen.INK, true);
            y += 14;
        }
        for (String line : pen.font(false).lines(content.address(), SMALL, CODE + 40, 2)) {
            pen.text(line, left, y, SMALL, SheetPen.SECONDARY, false);
            y += 12;
        }
        return y;
    }

    /** @return where it ends */
    private float board(SheetPen pen, float x, float y, float width, String title, List<PosterContent.Row> rows)
            throws IOException {
        float top = heading(pen, x, y, width, title);
        for (PosterContent.Row row : rows) {
            pen.text(row.name(), x + 8, top + 13, TEXT, SheetPen.SECONDARY, false);
            float line = top;
            for (String text : pen.font(false).lines(row.value(), TEXT, width - NAMES - 12, 2)) {
                pen.text(text, x + NAMES, line + 13, TEXT, SheetPen.INK, false);
                line += LEADING;
            }
            top = line + ROW - LEADING;
            pen.line(x, top, x + width, top, 0.5f, SheetPen.LINE);
        }
        pen.frame(x, y, width, top - y, 0.8f, SheetPen.JADE);
        return top;
    }

    private static float heading(SheetPen pen, float x, float y, float width, String title) throws IOException {
        pen.fill(x, y, width, 21, SheetPen.PLANNED);
        pen.text(title, x + 8, y + 15, BOARD, SheetPen.INK, true);
        return y + 21;
    }

    private void plan(SheetPen pen, float x, float y, float width, float tall) throws IOException {
        heading(pen, x, y, width, content.planTitle());
        pen.frame(x, y, width, tall, 0.8f, SheetPen.JADE);
        pen.textCentred(content.planHelp(), x + width / 2, y + tall / 2 + 14, SMALL, SheetPen.SECONDARY);
    }

    private void rules(SheetPen pen, float y) throws IOException {
        List<PosterContent.Board> rules = content.rules();
        float width = (RIGHT - LEFT - GAP) / 2;
        for (int i = 0; i < rules.size(); i++) {
            float x = LEFT + i % 2 * (width + GAP);
            float top = y + i / 2 * (RULES + GAP);
            pen.frame(x, top, width, RULES, 0.8f, SheetPen.JADE);
            float line = heading(pen, x, top, width, rules.get(i).title()) + 15;
            for (String text : rules.get(i).lines()) {
                pen.text(pen.font(false).lines(text, RULE, width - 16, 1).getFirst(), x + 8, line, RULE, SheetPen.INK,
                        false);
                line += 15;
            }
        }
    }
}
