package city.renewal.site.paper;

import city.renewal.base.Formats;
import city.renewal.base.print.SheetPen;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Draws a paper on A4 in portrait: tables whose heading stands on every page, pictures two in a row, boxes to sign in. */
public final class PaperPdf {

    private static final float TITLE = 16;
    private static final float HEADING = 11;
    private static final float TEXT = 9;
    private static final float SMALL = 8;
    private static final float LEADING = 12;
    private static final float PAD = 3;
    private static final int MOST_LINES = 12;
    private static final float GAP = 12;
    private static final float TALLEST_PICTURE = 190;
    private static final int MOST_CAPTION_LINES = 3;
    private static final float BOX = 46;
    private static final float CODE = 84;

    private final Formats formats;

    public PaperPdf(Formats formats) {
        this.formats = formats;
    }

    /** @param out left open */
    public void write(Paper paper, OutputStream out) throws IOException {
        try (PaperPages pages = new PaperPages(paper.title())) {
            float width = code(pages, paper);
            float below = pages.top() + CODE;
            for (String line : pages.bold().lines(paper.title(), TITLE, width, 3)) {
                pages.text(line, PaperPages.LEFT, TITLE, TITLE + 6, SheetPen.INK, true);
            }
            for (String fact : paper.facts()) {
                paragraph(pages, fact, width, SheetPen.SECONDARY);
            }
            if (width < PaperPages.WIDTH) {
                pages.skip(Math.max(0, below - pages.top()));
            }
            for (Paper.Section section : paper.sections()) {
                section(pages, section);
            }
            signatures(pages, paper.signatures());
            pages.save(out, (page, count) -> formats.messages().text(formats.locale(), "print.page", page, count),
                    formats.messages().text(formats.locale(), "print.printed", formats.today().toString()));
        }
    }

    /** @return how wide the head may be beside the code */
    private static float code(PaperPages pages, Paper paper) throws IOException {
        if (paper.code() == null) {
            return PaperPages.WIDTH;
        }
        pages.pen().qr(paper.code(), PaperPages.LEFT + PaperPages.WIDTH - CODE, pages.top() - GAP, CODE);
        return PaperPages.WIDTH - CODE - GAP;
    }

    private static void paragraph(PaperPages pages, String text, float width, Color color) throws IOException {
        for (String line : pages.regular().lines(text, TEXT, width, MOST_LINES)) {
            pages.text(line, PaperPages.LEFT, TEXT, LEADING + 1, color, false);
        }
    }

    private void section(PaperPages pages, Paper.Section section) throws IOException {
        pages.need(GAP + HEADING + LEADING * (section.notes().size() + 3)
                + (section.rows().isEmpty() && !section.pictures().isEmpty() ? TALLEST_PICTURE : 0));
        pages.skip(GAP);
        pages.text(section.heading(), PaperPages.LEFT, HEADING, HEADING + 5, SheetPen.JADE, true);
        for (String note : section.notes()) {
            paragraph(pages, note, PaperPages.WIDTH, SheetPen.INK);
        }
        if (!section.rows().isEmpty()) {
            pages.skip(2);
            table(pages, section);
        } else if (section.notes().isEmpty() && section.pictures().isEmpty()) {
            paragraph(pages, formats.messages().text(formats.locale(), "paper.none"), PaperPages.WIDTH,
                    SheetPen.SECONDARY);
        }
        pictures(pages, section.pictures());
    }

    private void table(PaperPages pages, Paper.Section section) throws IOException {
        float[] widths = widths(section.columns());
        heading(pages, section.columns(), widths);
        for (List<Object> row : section.rows()) {
            List<List<String>> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(pages.regular().lines(text(row.get(i)), SMALL, widths[i] - 2 * PAD, MOST_LINES));
            }
            if (pages.need(height(cells))) {
                heading(pages, section.columns(), widths);
            }
            line(pages, cells, widths, section.columns(), false);
        }
    }

    private static void heading(PaperPages pages, List<Paper.Column> columns, float[] widths) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(pages.bold().lines(columns.get(i).name(), SMALL, widths[i] - 2 * PAD, 3));
        }
        pages.need(height(cells));
        pages.pen().fill(PaperPages.LEFT, pages.top(), PaperPages.WIDTH, height(cells), SheetPen.OFF);
        line(pages, cells, widths, columns, true);
    }

    private static void line(PaperPages pages, List<List<String>> cells, float[] widths, List<Paper.Column> columns,
                             boolean strong) throws IOException {
        float x = PaperPages.LEFT;
        for (int i = 0; i < cells.size(); i++) {
            float baseline = pages.top() + PAD + SMALL;
            for (String text : cells.get(i)) {
                float left = columns.get(i).numbers()
                        ? x + widths[i] - PAD - pages.pen().font(strong).width(text, SMALL)
                        : x + PAD;
                pages.pen().text(text, left, baseline, SMALL, SheetPen.INK, strong);
                baseline += LEADING - 2;
            }
            x += widths[i];
        }
        pages.skip(height(cells));
        pages.pen().line(PaperPages.LEFT, pages.top(), PaperPages.LEFT + PaperPages.WIDTH, pages.top(), 0.4f,
                SheetPen.LINE);
    }

    private static float height(List<List<String>> cells) {
        int lines = cells.stream().mapToInt(List::size).max().orElse(1);
        return lines * (LEADING - 2) + 2 * PAD;
    }

    private static float[] widths(List<Paper.Column> columns) {
        float all = 0;
        for (Paper.Column column : columns) {
            all += column.share();
        }
        float[] widths = new float[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = PaperPages.WIDTH * columns.get(i).share() / all;
        }
        return widths;
    }

    private String text(Object cell) {
        return cell instanceof BigDecimal number ? formats.number(number) : cell.toString();
    }

    private static void pictures(PaperPages pages, List<Paper.Picture> pictures) throws IOException {
        float width = (PaperPages.WIDTH - GAP) / 2;
        for (int first = 0; first < pictures.size(); first += 2) {
            List<Paper.Picture> pair = pictures.subList(first, Math.min(first + 2, pictures.size()));
            List<PDImageXObject> images = new ArrayList<>();
            float tallest = 0;
            float below = 0;
            for (Paper.Picture picture : pair) {
                PDImageXObject image = pages.picture(Files.readAllBytes(picture.file()));
                images.add(image);
                tallest = Math.max(tallest, image.getHeight() * scale(image, width));
                below = Math.max(below, LEADING * caption(pages, picture, width).size());
            }
            pages.need(tallest + below + GAP);
            for (int i = 0; i < pair.size(); i++) {
                float x = PaperPages.LEFT + i * (width + GAP);
                float scale = scale(images.get(i), width);
                pages.draw(images.get(i), x, images.get(i).getWidth() * scale, images.get(i).getHeight() * scale);
                float baseline = pages.top() + tallest;
                for (String line : caption(pages, pair.get(i), width)) {
                    baseline += LEADING;
                    pages.pen().text(line, x, baseline, SMALL, SheetPen.SECONDARY, false);
                }
            }
            pages.skip(tallest + below + GAP);
        }
    }

    private static List<String> caption(PaperPages pages, Paper.Picture picture, float width) throws IOException {
        return pages.regular().lines(picture.caption(), SMALL, width, MOST_CAPTION_LINES);
    }

    private static float scale(PDImageXObject image, float width) {
        return Math.min(width / image.getWidth(), TALLEST_PICTURE / image.getHeight());
    }

    private void signatures(PaperPages pages, List<String> signatures) throws IOException {
        pages.need(GAP * 2 + BOX);
        pages.skip(GAP * 2);
        float width = (PaperPages.WIDTH - GAP * (signatures.size() - 1)) / signatures.size();
        for (int i = 0; i < signatures.size(); i++) {
            float x = PaperPages.LEFT + i * (width + GAP);
            pages.pen().frame(x, pages.top(), width, BOX, 0.6f, SheetPen.SECONDARY);
            pages.pen().text(signatures.get(i), x + 6, pages.top() + 13, TEXT, SheetPen.INK, false);
            pages.pen().text(formats.messages().text(formats.locale(), "print.date"), x + 6, pages.top() + BOX - 7, SMALL,
                    SheetPen.SECONDARY, false);
        }
        pages.skip(BOX);
    }
}
